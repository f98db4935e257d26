package twostoves.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import twostoves.fork.ChildJvm;
import twostoves.fork.Orders;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Gradebook;
import twostoves.grading.Workbench;

/**
 * The process in which the code of a submission runs: takes a {@link Brief} and then one {@link Order} after the other on
 * standard input, and answers each with a {@link Reply} on standard output.
 *
 * <p>Each result leaves as soon as it is known, so that a submission that brings the process down takes only its own with
 * it. When standard input ends, because the grader is done or because it is gone, the process ends at once.
 */
final class Worker {

    /** Says that the brief has arrived: what ends the process from now on is the submission. */
    static final String READY = "ready";

    /** Begins the message of a worker that failed by itself. */
    static final String FAULT = "fault ";

    /** Has a worker warm up and end, so that the JVM can make an archive of the classes it has loaded. */
    static final String WARM_UP_ONLY = "--warm-up-only";

    /** The exit code of a worker whose rehearsal has failed, so that it is not what a worker should be. */
    private static final int SPOILT = 4;

    private static final int OUTPUT_LIMIT = 64 * 1024;

    /** What failed may go on where nobody sees it, in virtual threads above all: they cannot be listed. */
    private static final Set<ExerciseResult.Status> WEARING =
            EnumSet.of(ExerciseResult.Status.FAILED, ExerciseResult.Status.ERROR);

    private final PrintStream channel;
    private final Orders orders;
    private final long seed = new Gradebook().seed();
    private final Capture output = new Capture(OUTPUT_LIMIT);

    private Worker(PrintStream channel, Orders orders) {
        this.channel = channel;
        this.orders = orders;
    }

    /**
     * Works until standard input ends.
     *
     * @param args a {@link Rehearsal}, and {@value #WARM_UP_ONLY} to end after the warm-up
     * @throws InterruptedException if the submission interrupts this thread between two exercises
     */
    public static void main(String[] args) throws InterruptedException {
        ChildJvm.lookAround();
        Orders orders = Orders.receive();
        PrintStream channel = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        Worker worker = new Worker(channel, orders);
        worker.takeOverStandardStreams();
        WarmUp.run(Path.of(System.getProperty("java.io.tmpdir")));
        Rehearsal.in(args).filter(it -> !orders.isWaiting()).ifPresent(worker::rehearse);
        worker.output.drain();
        if (!Arrays.asList(args).contains(WARM_UP_ONLY)) {
            worker.work();
        }
    }

    private void takeOverStandardStreams() {
        PrintStream stream = output.stream();
        System.setOut(stream);
        System.setErr(stream);
    }

    /**
     * Judges what is right, as long as nobody waits. What leaves the worker as no learner may find it is a fault of the
     * reference, and the worker makes room for one that does not rehearse.
     */
    private void rehearse(Rehearsal rehearsal) {
        try {
            // the key is nobody's
            new Seal(Seal.newKey()).seal(READY);
            Gradebook book = new Gradebook(seed, orders::isWaiting);
            if (judge(new Order(rehearsal.checks()), rehearsal.bench(), book).worn()) {
                Runtime.getRuntime().halt(SPOILT);
            }
        } catch (ClassNotFoundException | RuntimeException fault) {
            Runtime.getRuntime().halt(SPOILT);
        }
    }

    private void work() throws InterruptedException {
        Brief brief = Wire.read(orders.next(), Brief.class);
        Seal seal = new Seal(brief.key());
        send(seal.seal(READY));
        while (true) {
            send(seal.seal(answer(Wire.read(orders.next(), Order.class), brief.bench())));
        }
    }

    private String answer(Order order, Workbench bench) {
        try {
            return Wire.write(judge(order, bench, new Gradebook(seed)));
        } catch (ClassNotFoundException | RuntimeException fault) {
            return FAULT + fault;
        }
    }

    private Reply judge(Order order, Workbench bench, Gradebook book) throws ClassNotFoundException {
        Set<Thread> before = LivingThreads.now();
        ExerciseResult result = CheckRun.of(Class.forName(order.checks()), bench, book);
        boolean worn = WEARING.contains(result.status()) || !before.containsAll(LivingThreads.now());
        return new Reply(Reply.Verdict.of(result), book.defects(), output.drain(), worn);
    }

    /** On a line of its own, whatever was written to the standard output behind our back. */
    private void send(String line) {
        channel.print("\n" + line + "\n");
        channel.flush();
    }
}
