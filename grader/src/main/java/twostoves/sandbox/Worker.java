package twostoves.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import twostoves.fork.ChildJvm;
import twostoves.fork.Orders;
import twostoves.grading.CheckResult;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Gradebook;
import twostoves.grading.Workbench;

/**
 * The process in which the code of a submission is compiled and runs: takes a {@link Brief} and then one {@link Order} after the
 * other on standard input, and answers them on standard output.
 *
 * <p>Each result leaves as soon as it is known, so that a submission that brings the process down takes only its own with
 * it. When standard input ends, because the grader is done or because it is gone, the process ends at once.
 */
final class Worker {

    /** Says that all is prepared for a submission to run: what ends the process from now on is the submission. */
    static final String READY = "ready";

    /** Begins the message of a worker that failed by itself. */
    static final String FAULT = "fault ";

    /** Has a worker warm up and end, so that the JVM can make an archive of the classes it has loaded. */
    static final String WARM_UP_ONLY = "--warm-up-only";

    /** The exit code of a worker whose rehearsal has failed, so that it is not what a worker should be. */
    private static final int SPOILT = 4;

    /** The second time it is nearly as quick as it gets, and a learner thinks for as long. */
    private static final int REHEARSALS = 2;

    /** Has a worker compile whatever it is told to, and nothing else. */
    static final String COMPILE_ONLY = "compile";

    /** The compiler calls itself for each level of an expression. */
    private static final long COMPILER_STACK = 4L << 20;

    private static final int OUTPUT_LIMIT = 64 * 1024;

    /** What failed may go on where nobody sees it, in virtual threads above all: they cannot be listed. */
    private static final Set<ExerciseResult.Status> WEARING =
            EnumSet.of(ExerciseResult.Status.FAILED, ExerciseResult.Status.ERROR);

    private final PrintStream channel;
    private final Orders orders;
    private final long seed = new Gradebook().seed();
    private final Capture output = new Capture(OUTPUT_LIMIT);
    private final Path scratch;

    /** Both are the compiler's until it has ended. */
    private Seal seal;

    private Workbench bench;

    /** Whether somebody waits for what this worker does. */
    private volatile boolean wanted;

    private Worker(PrintStream channel, Orders orders, Path scratch) {
        this.channel = channel;
        this.orders = orders;
        this.scratch = scratch;
    }

    /**
     * Works until standard input ends.
     *
     * @param args {@value #WARM_UP_ONLY} to end after the warm-up, {@value #COMPILE_ONLY} to do without, or a {@link Rehearsal}
     * @throws InterruptedException if the submission interrupts this thread between two exercises
     */
    public static void main(String[] args) throws InterruptedException {
        ChildJvm.lookAround();
        Orders orders = Orders.receive();
        PrintStream channel = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        List<String> arguments = Arrays.asList(args);
        Worker worker = new Worker(channel, orders, Path.of(System.getProperty("java.io.tmpdir")));
        worker.takeOverStandardStreams();
        if (arguments.contains(WARM_UP_ONLY)) {
            WarmUp.compile(worker.scratch);
            WarmUp.run(worker.scratch);
            Rehearsal.in(args).ifPresent(worker::rehearse);
        } else if (arguments.contains(COMPILE_ONLY)) {
            worker.work(() -> {});
        } else {
            worker.work(() -> {
                WarmUp.run(worker.scratch);
                Rehearsal.in(args).filter(it -> !worker.wanted).ifPresent(worker::rehearse);
            });
        }
    }

    private void takeOverStandardStreams() {
        PrintStream stream = output.stream();
        System.setOut(stream);
        System.setErr(stream);
    }

    /** Compiles and gets ready at the same time. The compiler's thread ends before anything is judged. */
    private void work(Runnable preparation) throws InterruptedException {
        // started first: no run of the preparation takes it for a thread of the submission
        Thread compiler = Thread.ofPlatform()
                .name("kata-compiler")
                .stackSize(COMPILER_STACK)
                .daemon()
                .start(this::compile);
        preparation.run();
        compiler.join();
        output.drain();
        send(seal.seal(READY));
        while (Order.of(orders.next()) instanceof Order.Judge order) {
            send(seal.seal(answer(order)));
        }
    }

    /** Compiles until it is told what is to be judged. */
    private void compile() {
        try {
            seal = new Seal(Wire.read(orders.next(), Brief.class).key());
            while (bench == null) {
                Order next = Order.of(orders.next());
                wanted = true;
                switch (next) {
                    case Order.Compile order ->
                        send(seal.seal(CompilerRoom.compile(scratch, order, said -> send(seal.seal(said.line())))
                                .line()));
                    case Order.Take take -> bench = take.bench();
                    case Order.Judge judge -> throw new IllegalStateException("nothing to judge");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Judges what is right, again and again as long as nobody waits, since a JVM gets quicker at what it repeats. What leaves the
     * worker as no learner may find it is a fault of the reference, and the worker makes room for one that does not rehearse.
     */
    private void rehearse(Rehearsal rehearsal) {
        try {
            // the key is nobody's
            new Seal(Seal.newKey()).seal(READY);
            for (int i = 0; i < REHEARSALS && !wanted; i++) {
                Set<Thread> before = LivingThreads.now();
                ExerciseResult result = CheckRun.of(
                        Class.forName(rehearsal.checks()), rehearsal.bench(), new Gradebook(seed, () -> wanted));
                if (!hasGoneWell(result) || !before.containsAll(LivingThreads.now())) {
                    Runtime.getRuntime().halt(SPOILT);
                }
            }
        } catch (ClassNotFoundException | RuntimeException fault) {
            Runtime.getRuntime().halt(SPOILT);
        }
    }

    /** As far as it came: what nobody wanted to know any more says nothing against the reference. */
    private boolean hasGoneWell(ExerciseResult result) {
        return result.status() == ExerciseResult.Status.SOLVED
                || wanted
                        && result.status() == ExerciseResult.Status.FAILED
                        && result.checks().stream()
                                .map(CheckResult::status)
                                .noneMatch(EnumSet.of(CheckResult.Status.FAILED, CheckResult.Status.ERROR)::contains);
    }

    private String answer(Order.Judge order) {
        try {
            return Wire.write(judge(order, new Gradebook(seed)));
        } catch (ClassNotFoundException | RuntimeException fault) {
            return FAULT + fault;
        }
    }

    private Reply judge(Order.Judge order, Gradebook book) throws ClassNotFoundException {
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
