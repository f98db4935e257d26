package twostoves.fork;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Subject;

/**
 * A JVM with one processor and a heap of {@value #HEAP_MEGABYTES} MB, in which a part of a check is run.
 *
 * <p>The process is started on this process's Java and class path. It is kept for the next submission unless this one
 * left something behind, and it lives on its standard input: when this process ends, however that happens,
 * it ends too.
 */
public final class SmallJvm {

    /** The heap, in megabytes of 1024 · 1024 bytes. */
    public static final int HEAP_MEGABYTES = 256;

    /** What -XX:+ExitOnOutOfMemoryError ends a process with. */
    private static final int OUT_OF_MEMORY = 3;

    private static final String AOT_CACHE = "-XX:AOTCache=";

    /** One for the whole process, because starting it takes longer than most gradings: no session owns it. */
    private static final AtomicReference<SmallJvm> IDLE = new AtomicReference<>();

    private final String mark = "kata-" + UUID.randomUUID() + " ";
    private final Process process;
    private final BufferedReader replies;
    private final BufferedWriter orders;
    private boolean ready;

    private SmallJvm(Process process) {
        this.process = process;
        this.replies = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Has a process started, if none is idle, so that it can prepare itself before it is needed. */
    public static void prepare() {
        SmallJvm idle = IDLE.get();
        if (idle != null && idle.process.isAlive()) {
            return;
        }
        try {
            retire(IDLE.getAndSet(start()));
        } catch (IOException e) {
            // told when it is needed
        }
    }

    /**
     * Runs a part of a check.
     *
     * @param errand what is to be run
     * @param subject the submission
     * @param seed what inputs are made from
     * @param <T> the contract of the exercise
     * @throws CheckFailure if the errand threw it, or if the submission needed more memory than there is
     * @throws NotMeasuredException if the process cannot be started, or ends without a verdict
     */
    public static <T> void run(Class<? extends Errand<T>> errand, Subject<T> subject, long seed) {
        SmallJvm jvm = take();
        boolean clean = false;
        try {
            switch (jvm.ask(errand, subject, seed)) {
                case Message.Outcome.Passed(boolean nothingLeft) -> clean = nothingLeft;
                case Message.Outcome.Failed(CheckFailure failure, boolean nothingLeft) -> {
                    clean = nothingLeft;
                    throw failure;
                }
                case Message.Outcome.Fault(String what) -> throw new IllegalStateException(what);
            }
        } finally {
            retire(clean ? IDLE.getAndSet(jvm) : jvm);
        }
    }

    private static SmallJvm take() {
        SmallJvm idle = IDLE.getAndSet(null);
        if (idle != null && idle.process.isAlive()) {
            return idle;
        }
        try {
            return start();
        } catch (IOException e) {
            throw new NotMeasuredException("A JVM with one processor could not be started: " + e.getMessage(), e);
        }
    }

    private static void retire(SmallJvm jvm) {
        if (jvm != null) {
            jvm.process.destroyForcibly();
        }
    }

    private static SmallJvm start() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                "-Xmx" + HEAP_MEGABYTES + "m",
                // all of it at once: to collect garbage among ten thousand parked stacks takes longer than the run
                "-Xms" + HEAP_MEGABYTES + "m",
                "-Xmn" + HEAP_MEGABYTES / 2 + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                // an archive of another Java would be talked about on standard output
                "-Xlog:disable",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")));
        // a worker of the command line has been started with the classes that this process needs, too
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith(AOT_CACHE))
                .forEach(arguments::add);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), SmallWorld.class.getName()));
        return new SmallJvm(ChildJvm.builder(arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private <T> Message.Outcome ask(Class<? extends Errand<T>> errand, Subject<T> subject, long seed) {
        String classes =
                subject.classes().rootOf(subject.exercise().className()).toString();
        Message.Order order = new Message.Order(mark, errand.getName(), subject.exercise(), classes, seed);
        try {
            if (!ready) {
                ready = hear(SmallWorld.READY::equals).isPresent();
            }
            if (ready) {
                orders.write(order.line());
                orders.newLine();
                orders.flush();
                Optional<String> reply = hear(line -> line.startsWith(mark));
                if (reply.isPresent()) {
                    return Message.Outcome.of(reply.get().substring(mark.length()));
                }
            }
        } catch (IOException e) {
            // the process is gone
        }
        throw ended();
    }

    /** Waits for a line; the process itself sees that there is an end to it. */
    private Optional<String> hear(Predicate<String> wanted) throws IOException {
        String line = replies.readLine();
        while (line != null && !wanted.test(line)) {
            line = replies.readLine();
        }
        return Optional.ofNullable(line);
    }

    private RuntimeException ended() {
        int exitCode = process.onExit().join().exitValue();
        if (ready && exitCode == OUT_OF_MEMORY) {
            throw CheckFailure.measured(
                    Diagnosis.OUT_OF_MEMORY,
                    "Your code needed more than a heap of " + HEAP_MEGABYTES + " MB, which is all that it has here.");
        }
        return new NotMeasuredException(
                exitCode == SmallWorld.GAVE_UP
                        ? "The JVM with one processor had no result after a minute and a half of real time."
                        : "The JVM with one processor ended without a result, with exit code " + exitCode + ".");
    }
}
