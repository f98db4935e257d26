package twostoves.checks.concurrency;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import twostoves.checks.Endings;
import twostoves.contract.ServeManyContract;
import twostoves.evidence.Stall;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
import twostoves.simulation.RealSession;
import twostoves.simulation.Run;

/** A server of the learner's in a session of its own, and its clients. */
final class Restaurant {

    /** Nothing but a hopeless run meets it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long close has for itself when a check is over; decides nothing. */
    private static final Duration CLOSING = Duration.ofMillis(50);

    private static final long LOOK = 100_000;

    /** How often somebody may seem to spin who has much to do. */
    private static final int MOST_SETTLING = 5;

    /** Enough for all clients that are connected and not yet served at any time. */
    private static final int BACKLOG = 128;

    /** Bytes of an answer that are on their way at any time, about. */
    private static final int SEND_BUFFER = 64 * 1024;

    /** What a check does in a restaurant. */
    @FunctionalInterface
    interface Visit {
        void to(Restaurant restaurant) throws IOException;
    }

    /** Ends an accept loop that goes on when all is over, whatever it catches; and the buffers are small here. */
    private static final class Door extends ServerSocket {

        /** Held, lest the garbage collector close a connection that the learner has left open. */
        private final Queue<Socket> accepted = new ConcurrentLinkedQueue<>();

        private volatile boolean over;

        Door() throws IOException {
            super(0, BACKLOG, InetAddress.getLoopbackAddress());
        }

        @Override
        public Socket accept() throws IOException {
            while (over) {
                LockSupport.park(this);
                Thread.interrupted(); // park would return at once, for ever
            }
            Socket connection = withSmallBuffer(super.accept());
            accepted.add(connection);
            return connection;
        }

        /** Who sends to a client that does not read is to notice soon, also if it sends byte after byte. */
        private static Socket withSmallBuffer(Socket connection) {
            try {
                connection.setSendBufferSize(SEND_BUFFER);
            } catch (SocketException e) {
                // the client is gone already, which is for the learner's next read to find out
            }
            return connection;
        }

        void end() throws IOException {
            over = true;
            close();
        }
    }

    private final ServeManyContract learners;
    private final Subject<ServeManyContract> subject;
    private final RealSession session;
    private final Door socket = new Door();
    private final Queue<String> handled = new ConcurrentLinkedQueue<>();
    private final List<Client> clients = new ArrayList<>();
    private Optional<AutoCloseable> server = Optional.empty();

    private Restaurant(Subject<ServeManyContract> subject, ServeManyContract learners, RealSession session)
            throws IOException {
        this.subject = subject;
        this.learners = learners;
        this.session = session;
    }

    /** Opens a restaurant that is not yet served. */
    static void visitUnserved(Subject<ServeManyContract> subject, Visit visit) throws Exception {
        subject.inSession(PATIENCE, (learners, session) -> {
            Restaurant restaurant = new Restaurant(subject, learners, session);
            try {
                visit.to(restaurant);
            } finally {
                restaurant.cleanUp();
            }
        });
    }

    /** Opens a restaurant, and has the learner serve in it. */
    static void visit(Subject<ServeManyContract> subject, UnaryOperator<String> handler, Visit visit) throws Exception {
        visitUnserved(subject, restaurant -> {
            restaurant.open(handler);
            visit.to(restaurant);
        });
    }

    private void open(UnaryOperator<String> handler) {
        Run<AutoCloseable> run = session.call(
                false,
                () -> learners.serve(socket, line -> {
                    handled.add(line);
                    return handler.apply(line);
                }));
        if (run.end() == Run.End.DEADLOCKED) {
            throw CheckFailure.measured(
                            Diagnosis.NEVER_RETURNS,
                            "serve does not return: the thread that called it waits for clients, or for something else.")
                    .at(Endings.placeOf(run.stalled()));
        }
        server = Optional.of(Endings.valueOf(run, subject.exercise(), "serve"));
    }

    /** Calls serve with other arguments. */
    Run<AutoCloseable> serve(boolean withSocket, UnaryOperator<String> handler) {
        return session.call(false, () -> learners.serve(withSocket ? socket : null, handler));
    }

    /** Calls the learner's close. */
    Run<Void> close(boolean findLeftovers) {
        return session.call(findLeftovers, () -> {
            server.orElseThrow().close();
            return null;
        });
    }

    ServerSocket socket() {
        return socket;
    }

    RealSession session() {
        return session;
    }

    /** Tells which lines the handler was given so far. */
    List<String> handled() {
        return List.copyOf(handled);
    }

    /** Counts how often the handler was given a line. */
    long handled(String line) {
        return handled.stream().filter(line::equals).count();
    }

    Client connect() throws IOException {
        return welcome(Client.connect(socket.getLocalPort()));
    }

    /** The same, for a client that is not going to read. */
    Client connectOneThatDoesNotRead() throws IOException {
        return welcome(Client.connectWithSmallBuffer(socket.getLocalPort()));
    }

    private Client welcome(Client client) {
        clients.add(client);
        return client;
    }

    /** Waits until a client has a line, or none can come any more; empty if none will ever come. */
    Optional<String> answerTo(Client client) {
        int before;
        RealSession.Outcome outcome;
        do { // whoever sends a long answer byte after byte burns processor time or takes long, and yet gets on
            before = client.countReceived();
            outcome = session.await(client::hasLineOrEnd);
        } while (client.countReceived() > before
                && (outcome == RealSession.Outcome.SPINNING || outcome == RealSession.Outcome.OUT_OF_TIME));
        return client.nextLine();
    }

    /** Waits until the learner's threads wait, also if they have much to do before. */
    void settle() {
        for (int i = 0; i < MOST_SETTLING && !session.spinningWhileIdle().isEmpty(); i++) {}
    }

    /** Waits until the server has closed a client's connection. */
    boolean ends(Client client) {
        return session.await(client::isEnded) == RealSession.Outcome.HAPPENED;
    }

    /** Tells where the learner's threads are. */
    List<Stall> stalls() {
        return session.stalls();
    }

    /** Leaves nothing open, whatever the learner's code has done. */
    private void cleanUp() throws IOException {
        for (Client client : clients) {
            client.reset();
        }
        if (server.isPresent() && !socket.isClosed()) {
            endServer(server.get());
        }
        socket.end();
    }

    /** Gives close a moment, and then helps one that waits for those who accept. */
    private void endServer(AutoCloseable served) throws IOException {
        Thread closing = Thread.ofPlatform().daemon().start(() -> {
            try {
                served.close();
            } catch (Throwable e) {
                // what is to be said of close is said by the check that is about it
            }
        });
        long begun = System.nanoTime();
        while (closing.isAlive() && System.nanoTime() - begun < CLOSING.toNanos()) {
            LockSupport.parkNanos(LOOK);
        }
        socket.close();
        session.await(() -> !closing.isAlive());
    }
}
