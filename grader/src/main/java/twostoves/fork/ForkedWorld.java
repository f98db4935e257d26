package twostoves.fork;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import twostoves.grading.CheckFailure;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Subject;
import twostoves.weaving.ClassSource;
import twostoves.weaving.LearnerClasses;

/** The inside of a process that {@link ForkedJvm} has started: runs one part of a check after the other. */
public final class ForkedWorld {

    /** Says that what follows is the submission's doing. */
    static final String READY = "ready";

    /** The exit code of a process that gave up waiting for its own work; longer than any single run may take. */
    static final int GAVE_UP = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private ForkedWorld() {}

    /** What is done in the process. */
    public interface Work {

        /** Does something of our own, while nobody waits yet: so that what is needed is loaded. */
        void warmUp();

        /**
         * Runs a part of a check.
         *
         * @param task what is to be run
         * @param subject the submission
         * @param seed what inputs are made from
         * @throws CheckFailure if the submission falls short
         * @throws NotMeasuredException if it could not be told
         * @throws ReflectiveOperationException if there is no such task
         */
        void run(String task, Subject<Object> subject, long seed) throws ReflectiveOperationException;

        /**
         * Tells whether the process may be used again.
         *
         * @param subject the submission that was run last
         * @return whether it has left nothing behind
         */
        boolean isClean(Subject<Object> subject);
    }

    /**
     * Works until standard input ends.
     *
     * @param work what is done
     * @param output takes what the submission prints
     * @throws InterruptedException if the submission interrupts this thread between two tasks
     */
    public static void serve(Work work, PrintStream output) throws InterruptedException {
        Orders orders = Orders.receive();
        PrintStream channel = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(output);
        System.setErr(output);
        work.warmUp();
        send(channel, READY);
        while (true) {
            String line = orders.next();
            CountDownLatch done = new CountDownLatch(1);
            Thread.ofPlatform().daemon().name("kata-watchdog").start(() -> giveUpUnless(done));
            String answer = answer(work, line);
            done.countDown();
            send(channel, answer);
        }
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

    private static String answer(Work work, String line) {
        try {
            Message.Order order = Message.Order.of(line);
            return order.mark() + run(work, order).line();
        } catch (ReflectiveOperationException | RuntimeException fault) {
            return new Message.Outcome.Fault(fault.toString()).line();
        }
    }

    private static Message.Outcome run(Work work, Message.Order order) throws ReflectiveOperationException {
        ClassSource source = ClassSource.below(URI.create(order.classes()));
        Subject<Object> subject = Subject.of(order.exercise(), new LearnerClasses(source));
        try {
            work.run(order.task(), subject, order.seed());
            return new Message.Outcome.Passed(work.isClean(subject));
        } catch (CheckFailure failure) {
            return new Message.Outcome.Failed(failure, work.isClean(subject));
        } catch (NotMeasuredException obstacle) {
            return new Message.Outcome.NotMeasured(obstacle.getMessage(), work.isClean(subject));
        } catch (RuntimeException fault) {
            return new Message.Outcome.Fault(fault.toString());
        }
    }

    /** On a line of its own, whatever the submission wrote to the standard output behind our back. */
    private static void send(PrintStream channel, String message) {
        channel.print("\n" + message + "\n");
        channel.flush();
    }
}
