package twostoves.checks.concurrency;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Endings;
import twostoves.checks.Leftovers;
import twostoves.contract.ServeManyContract;
import twostoves.evidence.Stall;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.races.Call;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.RealSession;
import twostoves.simulation.Run;

/** What is demanded of {@code serve-many}. */
@Grades(id = "serve-many", number = 11, track = Track.CONCURRENCY, contract = ServeManyContract.class)
public abstract class ServeManyChecks {

    private static final int GUESTS = 1_000;

    /** What a machine must allow for the check to mean anything. */
    private static final int FEWEST_GUESTS = 200;

    /** File descriptors for everything but the guests. */
    private static final int RESERVE = 1_500;

    /** How many connect before all that are there have been served: fewer than may queue at the door. */
    private static final int PARTY = 50;

    /** More than a buffer holds that somebody takes for large enough. */
    private static final int LONG_LINE = 70_000;

    /** So much at a time that nobody seems to spin who reads byte after byte. */
    private static final int PIECE = 5_000;

    /** How many keep the handler busy at once: more than a pool for it has threads, whatever its size depends on. */
    private static final int PATIENT_GUESTS = 150;

    /** More than the buffers of two sockets hold. */
    private static final int FEAST = 1_000_000;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<ServeManyContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "answers-lines", kind = Kind.VALUES, points = 2)
    @Order(2)
    @DisplayName("returns at once, and answers each line of a client with a line")
    void answersLines(Subject<ServeManyContract> subject, RandomGenerator random) throws Exception {
        UnaryOperator<String> cook = cook(random);
        Restaurant.visit(subject, cook, restaurant -> {
            Client client = restaurant.connect();
            client.send("soup\n");
            demandAnswer(restaurant, client, "soup", cook);
            demandNotBusy(restaurant.session(), "A client is connected and sends nothing.");

            client.send("bread\nwine\nsal");
            demandAnswer(restaurant, client, "bread", cook);
            demandAnswer(restaurant, client, "wine", cook);
            demandHalfLine(restaurant, client, "sal", "ad", cook);
            demandCutCharacter(restaurant, client, cook);
            client.send("tea\r\n\n  two  buns \nmilk\r");
            demandAnswer(restaurant, client, "tea", cook);
            demandAnswer(restaurant, client, "", cook);
            demandAnswer(restaurant, client, "  two  buns ", cook);
            restaurant.session().spinningWhileIdle();
            client.send("\nrice\n");
            demandAnswer(restaurant, client, "milk", cook);
            demandAnswer(restaurant, client, "rice", cook);
            demandLongLine(restaurant, client, cook);
            demandHandledOnce(restaurant);

            client.close();
            demandNotBusy(restaurant.session(), "A client has left.");
            Client next = restaurant.connect();
            next.send("soup\n");
            if (restaurant.answerTo(next).isEmpty()) {
                throw CheckFailure.measured(
                        Diagnosis.ACCEPTING_ENDED,
                        "The first client was served and went away. The second one never got an answer.");
            }
        });
        Schedules.explore(subject, ThreeGuests.class, random);
    }

    @Check(
            id = "serves-many",
            kind = Kind.THREADS,
            points = 2,
            needs = {"keeps-the-rules", "answers-lines"})
    @Order(3)
    @DisplayName("serves 1,000 clients that are connected at once")
    void servesMany(Subject<ServeManyContract> subject, RandomGenerator random) throws Exception {
        UnaryOperator<String> cook = cook(random);
        int guests = guests();
        Restaurant.visit(subject, cook, restaurant -> {
            List<Client> served = new ArrayList<>();
            while (served.size() < guests) {
                List<Client> party = new ArrayList<>();
                for (int i = 0; i < Math.min(PARTY, guests - served.size()); i++) {
                    Client client = restaurant.connect();
                    client.send("dish " + (served.size() + i) + "\n");
                    party.add(client);
                }
                restaurant.session().await(() -> party.stream().allMatch(Client::hasLineOrEnd));
                int answered = (int) party.stream()
                        .filter(client -> client.received().indexOf('\n') >= 0)
                        .count();
                if (answered < party.size()) {
                    throw tooFew(restaurant, served.size() + answered, served.size() + party.size());
                }
                for (Client client : party) {
                    demandAnswer(restaurant, client, "dish " + served.size(), cook);
                    served.add(client);
                }
            }
        });
    }

    @Check(
            id = "delays-nobody",
            kind = Kind.THREADS,
            points = 1,
            needs = {"serves-many"})
    @Order(4)
    @DisplayName("lets nobody wait for another client")
    void delaysNobody(Subject<ServeManyContract> subject, RandomGenerator random) throws Exception {
        UnaryOperator<String> cook = cook(random);
        CountDownLatch ready = new CountDownLatch(1);
        Restaurant.visit(subject, slow(cook, ready), restaurant -> {
            try {
                Client regular = restaurant.connect();
                regular.send("soup\n");
                demandAnswer(restaurant, regular, "soup", cook);

                restaurant.connect().send("half a li");
                demandServed(restaurant, regular, cook, "One client has sent half a line");

                List<Client> patients = new ArrayList<>();
                for (int i = 0; i < PATIENT_GUESTS; i++) {
                    Client patient = restaurant.connect();
                    patient.send("roast\nwine\n");
                    patients.add(patient);
                    if (i % PARTY == 0 || i == PATIENT_GUESTS - 1) {
                        int handled = i + 1;
                        restaurant.session().await(() -> restaurant.handled("roast") == handled);
                        demandServed(
                                restaurant,
                                regular,
                                cook,
                                handled == 1
                                        ? "The handler is busy with the line of one client"
                                        : "The handler is busy with lines of " + handled + " clients");
                    }
                }
                ready.countDown();
                for (Client patient : patients) {
                    demandAnswer(restaurant, patient, "roast", cook);
                    demandAnswer(restaurant, patient, "wine", cook);
                }

                restaurant.connectOneThatDoesNotRead().send("feast\n");
                restaurant.session().await(() -> restaurant.handled("feast") == 1);
                restaurant.settle(); // the buffers are full
                demandServed(restaurant, regular, cook, "One client does not read the long answer that it gets");
            } finally {
                ready.countDown();
            }
        });
    }

    @Check(
            id = "failure-ends-one",
            kind = Kind.EDGES,
            points = 1,
            needs = {"serves-many"})
    @Order(5)
    @DisplayName("ends one connection when it fails, and no other")
    void failureEndsOne(Subject<ServeManyContract> subject, RandomGenerator random) throws Exception {
        UnaryOperator<String> cook = cook(random);
        UnaryOperator<String> clumsy = line -> {
            switch (line) {
                case "burnt" -> throw new IllegalStateException("the handler does not like this line");
                case "dropped" -> throw new AssertionError("the handler does not like this line at all");
                default -> {
                    return cook.apply(line);
                }
            }
        };
        Restaurant.visit(subject, clumsy, restaurant -> {
            Client bystander = restaurant.connect();
            bystander.send("soup\n");
            demandAnswer(restaurant, bystander, "soup", cook);

            for (String line : List.of("burnt", "dropped")) {
                demandEndWithoutAnswer(restaurant, line);
                demandUnharmed(restaurant, bystander, cook, "The handler threw for another client");
            }

            Client rude = restaurant.connect();
            rude.send("soup\nand half a li");
            demandAnswer(restaurant, rude, "soup", cook);
            rude.reset();
            restaurant.connect().reset();
            demandUnharmed(restaurant, bystander, cook, "Another client reset its connection");

            Client garbled = restaurant.connect();
            garbled.send(new byte[] {'s', (byte) 0xC3, 'p', (byte) 0xFF, '\n'});
            if (restaurant.session().await(garbled::hasLineOrEnd) != RealSession.Outcome.HAPPENED) {
                throw CheckFailure.measured(
                        Diagnosis.CONNECTION_LEFT_OPEN,
                        "A client sent what is not UTF-8. It got no answer, and its connection is still open.");
            }
            demandUnharmed(restaurant, bystander, cook, "Another client sent what is not UTF-8");
        });
    }

    @Check(
            id = "ends-with-its-client",
            kind = Kind.EDGES,
            points = 1,
            needs = {"serves-many"})
    @Order(6)
    @DisplayName("closes a connection when its client has closed its side")
    void endsWithItsClient(Subject<ServeManyContract> subject, RandomGenerator random) throws Exception {
        UnaryOperator<String> cook = cook(random);
        CountDownLatch ready = new CountDownLatch(1);
        Restaurant.visit(subject, slow(cook, ready), restaurant -> {
            Client silent = restaurant.connect();
            silent.finish();
            demandEnd(restaurant, silent, "A client closed its side without having said anything");

            Client client = restaurant.connect();
            client.send("soup\nroast\n");
            try {
                client.finish();
                demandAnswer(restaurant, client, "soup", cook);
                restaurant.session().spinningWhileIdle();
            } finally {
                ready.countDown();
            }
            demandAnswer(restaurant, client, "roast", cook);
            demandEnd(restaurant, client, "A client sent two lines and closed its side");
        });
    }

    @Check(
            id = "close-ends-all",
            kind = Kind.EDGES,
            points = 1,
            needs = {"serves-many"})
    @Order(7)
    @DisplayName("ends everything when it is closed, and frees the port")
    void closeEndsAll(Subject<ServeManyContract> subject, RandomGenerator random) throws Exception {
        UnaryOperator<String> cook = cook(random);
        Restaurant.visit(subject, cook, restaurant -> {
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Client client = restaurant.connect();
                client.send("soup\n");
                demandAnswer(restaurant, client, "soup", cook);
                clients.add(client);
            }
            clients.getFirst().send("half a li");
            demandClosed(restaurant.close(false), subject, "close");
            if (!restaurant.socket().isClosed()) {
                throw CheckFailure.proven(
                        Diagnosis.PORT_NOT_FREED,
                        "close has returned, and the server's socket is still open: nobody else can have its port.");
            }
            for (Client client : clients) {
                demandEnd(restaurant, client, "The server was closed while 3 clients were connected");
            }
            Run<Void> again = restaurant.close(true);
            demandClosed(again, subject, "close, called again,");
            Leftovers.demandNone(again, "close");
        });
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(8)
    @DisplayName("refuses null")
    void arguments(Subject<ServeManyContract> subject) throws Exception {
        Restaurant.visitUnserved(subject, restaurant -> {
            demandNullRefused(restaurant.serve(false, line -> line), subject, "serve(null, handler)");
            demandNullRefused(restaurant.serve(true, null), subject, "serve(socket, null)");
        });
    }

    // ---- the guests ----------------------------------------------------------------------------------------------

    /** As many as the exercise asks for, if this process may have that many sockets open. */
    private static int guests() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
            return GUESTS;
        }
        long free = unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount() - RESERVE;
        int guests = (int) Math.min(GUESTS, free / 2);
        if (guests < FEWEST_GUESTS) {
            throw new NotMeasuredException("This process may have no more than " + unix.getMaxFileDescriptorCount()
                    + " files and sockets open. Raise the limit with ulimit -n.");
        }
        return guests;
    }

    private static UnaryOperator<String> cook(RandomGenerator random) {
        String plate = "plate " + random.nextInt(1_000, 10_000) + ": ";
        return line -> plate + line;
    }

    /** A handler that takes long for some lines, and makes very much of others. */
    private static UnaryOperator<String> slow(UnaryOperator<String> cook, CountDownLatch ready) {
        return line -> {
            if (line.equals("roast")) {
                awaitUninterruptibly(ready);
            }
            return line.equals("feast") ? "x".repeat(FEAST) : cook.apply(line);
        };
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- what is demanded ----------------------------------------------------------------------------------------

    private static void demandAnswer(Restaurant restaurant, Client client, String line, UnaryOperator<String> cook) {
        Optional<String> answer = restaurant.answerTo(client);
        String sent = "A client sent \"" + shorten(line) + "\"";
        if (answer.isPresent()) {
            if (!answer.get().equals(cook.apply(line))) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        sent + ". The answer is to be \"" + shorten(cook.apply(line)) + "\", but it was \""
                                + shorten(answer.get()) + "\".");
            }
            return;
        }
        String received = client.received();
        if (!received.isEmpty()) {
            throw CheckFailure.measured(
                    Diagnosis.WRONG_VALUES,
                    sent + " and got \"" + shorten(received) + "\", without a line end behind it.");
        }
        if (client.isEnded()) {
            throw CheckFailure.measured(
                    Diagnosis.WRONG_VALUES, sent + ". You closed its connection without an answer.");
        }
        if (restaurant.handled().contains(line)) {
            throw CheckFailure.measured(
                            Diagnosis.NOT_FLUSHED,
                            sent + ", and the handler has answered. The answer was never sent: it may still be in a"
                                    + " buffer of yours.")
                    .at(Endings.placeOf(restaurant.stalls()));
        }
        throw CheckFailure.measured(
                        Diagnosis.WRONG_VALUES,
                        sent + ", and the handler was never given that line"
                                + restaurant.handled().stream()
                                        .reduce((first, last) -> last)
                                        .map(last -> ": the last that it got was \"" + shorten(last) + "\".")
                                        .orElse("."))
                .at(Endings.placeOf(restaurant.stalls()));
    }

    /** To be called when half of a line has been sent. */
    private static void demandHalfLine(
            Restaurant restaurant, Client client, String half, String rest, UnaryOperator<String> cook) {
        demandNotBusy(restaurant.session(), "A client has sent half a line.");
        if (!client.received().isEmpty() || client.isEnded()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "A client sent \"" + half + "\" without a line end, and "
                            + (client.isEnded() ? "you closed its connection." : "you answered already."));
        }
        client.send(rest + "\n");
        demandAnswer(restaurant, client, half + rest, cook);
    }

    private static void demandCutCharacter(Restaurant restaurant, Client client, UnaryOperator<String> cook) {
        String line = "cr\u00e8me \u5bff\u53f8";
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        int middle = bytes.length - 3;
        client.send(Arrays.copyOfRange(bytes, 0, middle));
        restaurant.session().spinningWhileIdle();
        client.send(Arrays.copyOfRange(bytes, middle, bytes.length));
        demandAnswer(restaurant, client, line, cook);
    }

    private static void demandLongLine(Restaurant restaurant, Client client, UnaryOperator<String> cook) {
        String piece = "x".repeat(PIECE);
        for (int i = 0; i < LONG_LINE / PIECE; i++) {
            client.send(piece);
            restaurant.session().spinningWhileIdle();
        }
        client.send("\n");
        demandAnswer(restaurant, client, piece.repeat(LONG_LINE / PIECE), cook);
    }

    private static void demandHandledOnce(Restaurant restaurant) {
        List<String> handled = restaurant.handled();
        for (int i = 1; i < handled.size(); i++) { // no line was sent twice so far
            if (handled.subList(0, i).contains(handled.get(i))) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "A client sent \"" + shorten(handled.get(i))
                                + "\" once, and the handler was called twice with that line.");
            }
        }
    }

    private static void demandNotBusy(RealSession session, String when) {
        List<String> spinning = session.spinningWhileIdle();
        if (!spinning.isEmpty()) {
            throw CheckFailure.measured(
                            Diagnosis.BUSY_WAIT,
                            when + " Meanwhile a thread of yours (" + spinning.getFirst()
                                    + ") burns processor time instead of waiting.")
                    .at(Endings.placeOf(session.stalls()));
        }
    }

    private static CheckFailure tooFew(Restaurant restaurant, int answered, int connected) {
        boolean one = answered <= 1;
        List<Stall> stalls = restaurant.stalls();
        boolean lock = someWaitsForLock(stalls);
        return CheckFailure.measured(
                        lock
                                ? Diagnosis.LOCK_HELD_WHILE_WAITING
                                : one ? Diagnosis.SEQUENTIAL : Diagnosis.POOL_TOO_SMALL,
                        "Of " + connected + " clients that are connected "
                                + (one ? "one is" : answered + " are")
                                + " served. The others get no answer until somebody leaves"
                                + (lock ? ": threads of yours wait for a lock." : "."))
                .at(whereItWaits(stalls, lock));
    }

    /** Tells whether no answer comes; a wrong one is told as what it is. */
    private static boolean isUnanswered(
            Restaurant restaurant, Client client, String line, UnaryOperator<String> cook, String mishap) {
        Optional<String> answer = restaurant.answerTo(client);
        if (answer.isPresent() && !answer.get().equals(cook.apply(line))) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    mishap + ", and another sent \"" + line + "\". The answer is to be \"" + cook.apply(line)
                            + "\", but it was \"" + shorten(answer.get()) + "\".");
        }
        return answer.isEmpty();
    }

    private static boolean someWaitsForLock(List<Stall> stalls) {
        return stalls.stream()
                .anyMatch(stall -> stall.waitsForLock() && stall.learnerFrame().isPresent());
    }

    private static Optional<Place> whereItWaits(List<Stall> stalls, boolean forLock) {
        return Endings.placeOf(stalls.stream()
                .filter(stall -> !forLock || stall.waitsForLock())
                .toList());
    }

    /** Demands that a client that has been there, and one that comes, are served in spite of something. */
    private static void demandServed(
            Restaurant restaurant, Client regular, UnaryOperator<String> cook, String inSpiteOf) throws IOException {
        for (Client client : List.of(regular, restaurant.connect())) {
            client.send("bread\n");
            if (isUnanswered(restaurant, client, "bread", cook, inSpiteOf)) {
                List<Stall> stalls = restaurant.stalls();
                boolean lock = someWaitsForLock(stalls);
                throw CheckFailure.measured(
                                lock ? Diagnosis.LOCK_HELD_WHILE_WAITING : Diagnosis.SEQUENTIAL,
                                inSpiteOf + ", and "
                                        + (client == regular ? "another that was there before" : "one that came later")
                                        + " gets no answer"
                                        + (lock ? ": a thread of yours waits for a lock." : "."))
                        .at(whereItWaits(stalls, lock));
            }
        }
    }

    private static void demandUnharmed(
            Restaurant restaurant, Client bystander, UnaryOperator<String> cook, String mishap) throws IOException {
        restaurant.session().spinningWhileIdle(); // the mishap has had all the effect it can have
        bystander.send("bread\n");
        if (isUnanswered(restaurant, bystander, "bread", cook, mishap)) {
            throw CheckFailure.measured(
                    Diagnosis.FAILURE_ENDS_THE_REST,
                    mishap + ", and then one that was connected before "
                            + (bystander.isEnded() ? "lost its connection." : "got no answer any more."));
        }
        // two, for a thread that was waiting in accept() already takes one more, whatever has happened meanwhile
        for (int i = 0; i < 2; i++) {
            Client next = restaurant.connect();
            next.send("wine\n");
            if (isUnanswered(restaurant, next, "wine", cook, mishap)) {
                throw CheckFailure.measured(
                        Diagnosis.ACCEPTING_ENDED, mishap + ", and a client that came afterwards was not served.");
            }
            next.close();
        }
    }

    private static void demandEndWithoutAnswer(Restaurant restaurant, String line) throws IOException {
        Client client = restaurant.connect();
        client.send(line + "\n");
        restaurant.session().await(client::hasLineOrEnd);
        if (!client.received().isEmpty()) {
            throw CheckFailure.proven(
                    Diagnosis.SWALLOWED_FAILURE,
                    "The handler threw, and the client got \""
                            + shorten(client.received().strip()) + "\" instead of an end.");
        }
        if (!client.isEnded()) {
            throw CheckFailure.measured(
                    Diagnosis.CONNECTION_LEFT_OPEN,
                    "The handler threw, and the connection is still open: its client waits for an answer for ever.");
        }
    }

    private static void demandEnd(Restaurant restaurant, Client client, String when) {
        if (!restaurant.ends(client)) {
            throw CheckFailure.measured(
                    Diagnosis.CONNECTION_LEFT_OPEN, when + ". Its connection is still open on your side.");
        }
    }

    private static void demandClosed(Run<Void> run, Subject<ServeManyContract> subject, String call) {
        Endings.demandEnd(run, subject.exercise(), call);
        run.failure().ifPresent(failure -> {
            throw CheckFailure.proven(Diagnosis.THROWS_UNEXPECTEDLY, call + " threw " + Endings.describe(failure) + ".")
                    .at(Endings.placeOf(failure));
        });
    }

    private static void demandNullRefused(Run<AutoCloseable> run, Subject<ServeManyContract> subject, String call) {
        Endings.demandEnd(run, subject.exercise(), call);
        if (run.failure().filter(NullPointerException.class::isInstance).isEmpty()) {
            String outcome = run.failure()
                    .map(failure -> "threw " + Endings.describe(failure))
                    .orElse("returned");
            throw CheckFailure.proven(
                    Diagnosis.UNCHECKED_ARGUMENTS, call + " is to throw NullPointerException, but it " + outcome + ".");
        }
    }

    private static String shorten(String text) {
        String oneLine = text.replace("\r", "\\r").replace("\n", "\\n");
        return oneLine.length() > 40 ? oneLine.substring(0, 37) + "..." : oneLine;
    }

    /** One guest leaves before the server is closed, and two are there until it is; watched for data races. */
    static final class ThreeGuests extends Call<ServeManyContract> {
        private static final int BACKLOG = 3;

        @Override
        protected void call(ServeManyContract learners, RandomGenerator random) throws Exception {
            InetAddress here = InetAddress.getLoopbackAddress();
            try (ServerSocket socket = new ServerSocket(0, BACKLOG, here);
                    Socket first = new Socket(here, socket.getLocalPort());
                    Socket second = new Socket(here, socket.getLocalPort());
                    Socket third = new Socket(here, socket.getLocalPort());
                    AutoCloseable server = learners.serve(socket, line -> line + "!")) {
                List<Socket> guests = List.of(first, second, third);
                for (Socket guest : guests) {
                    guest.getOutputStream().write("soup\nbread\n".getBytes(StandardCharsets.UTF_8));
                }
                for (Socket guest : guests) {
                    skipLine(guest.getInputStream());
                    skipLine(guest.getInputStream());
                }
                first.close();
            }
        }

        private static void skipLine(InputStream answers) throws IOException {
            int next = answers.read();
            while (next >= 0 && next != '\n') {
                next = answers.read();
            }
        }
    }
}
