package twostoves.fork;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import twostoves.grading.CheckFailure;
import twostoves.grading.Subject;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedApi;
import twostoves.simulation.Simulation;
import twostoves.weaving.ClassSource;
import twostoves.weaving.LearnerClasses;

/** The main class of the process that {@link SmallJvm} starts: runs one errand after the other. */
final class SmallWorld {

    /** Says that what follows is the submission's doing. */
    static final String READY = "ready";

    /** The exit code of a process that gave up waiting for its own errand; longer than any single run may take. */
    static final int GAVE_UP = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private SmallWorld() {}

    /**
     * Works until standard input ends.
     *
     * @param args none
     * @throws InterruptedException if the submission interrupts this thread between two errands
     */
    public static void main(String[] args) throws InterruptedException {
        Orders orders = Orders.receive();
        PrintStream channel = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        warmUp();
        send(channel, READY);
        while (true) {
            String line = orders.next();
            CountDownLatch done = new CountDownLatch(1);
            Thread.ofPlatform().daemon().name("kata-watchdog").start(() -> giveUpUnless(done));
            String answer = answer(line);
            done.countDown();
            send(channel, answer);
        }
    }

    /** A run of our own, while nobody waits yet: so that what every run needs is loaded. */
    private static void warmUp() {
        SimulatedApi.Reply reply = SimulatedApi.Reply.of(Duration.ofSeconds(1), "");
        Simulation simulation = new Simulation(Settings.STANDARD);
        SimulatedApi api = new SimulatedApi(simulation, Map.of("/", reply));
        simulation.run(() -> api.get("/"));
    }

    private static void giveUpUnless(CountDownLatch done) {
        try {
            if (!done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().halt(GAVE_UP);
            }
        } catch (InterruptedException e) {
            // only the submission could have done that; nobody watches over it then but its own simulation
        }
    }

    private static String answer(String line) {
        try {
            Message.Order order = Message.Order.of(line);
            return order.mark() + run(order).line();
        } catch (ReflectiveOperationException | RuntimeException fault) {
            return new Message.Outcome.Fault(fault.toString()).line();
        }
    }

    private static Message.Outcome run(Message.Order order) throws ReflectiveOperationException {
        ClassSource source = ClassSource.below(URI.create(order.classes()));
        Subject<Object> subject = Subject.of(order.exercise(), new LearnerClasses(source));
        try {
            errand(order.errand()).run(subject, new Random(order.seed()));
            return new Message.Outcome.Passed(subject.isClean());
        } catch (CheckFailure failure) {
            return new Message.Outcome.Failed(failure, subject.isClean());
        } catch (RuntimeException fault) {
            return new Message.Outcome.Fault(fault.toString());
        }
    }

    @SuppressWarnings("unchecked") // the errand was given together with the subject
    private static Errand<Object> errand(String className) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(className).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Errand<Object>) constructor.newInstance();
    }

    /** On a line of its own, whatever the submission wrote to the standard output behind our back. */
    private static void send(PrintStream channel, String message) {
        channel.print("\n" + message + "\n");
        channel.flush();
    }
}
