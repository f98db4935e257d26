package twostoves.fork;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Subject;

/** A JVM with one processor and a heap of {@value #HEAP_MEGABYTES} MB, in which a part of a check is run. */
public final class SmallJvm {

    /** The heap, in megabytes of 1024 · 1024 bytes. */
    public static final int HEAP_MEGABYTES = 256;

    private static final String AOT_CACHE = "-XX:AOTCache=";

    /** One for the whole process: no session owns it. */
    private static final ForkedJvm JVM = new ForkedJvm("The JVM with one processor", SmallJvm::arguments);

    private SmallJvm() {}

    /** Has a process started, if none is idle, so that it can prepare itself before it is needed. */
    public static void prepare() {
        JVM.prepare();
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
        try {
            JVM.run(errand.getName(), subject, seed);
        } catch (ForkedJvm.OutOfMemoryException e) {
            throw CheckFailure.measured(
                    Diagnosis.OUT_OF_MEMORY,
                    "Your code needed more than a heap of " + HEAP_MEGABYTES + " MB, which is all that it has here.");
        }
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(ChildJvm.SHORT_LIVED);
        arguments.addAll(List.of(
                "-XX:ActiveProcessorCount=1",
                "-Xmx" + HEAP_MEGABYTES + "m",
                // all of it at once: to collect garbage among ten thousand parked stacks takes longer than the run
                "-Xms" + HEAP_MEGABYTES + "m",
                "-Xmn" + HEAP_MEGABYTES / 2 + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + ChildJvm.TEMPORARY));
        arguments.addAll(ChildJvm.LIMITS);
        List<String> own = ManagementFactory.getRuntimeMXBean().getInputArguments();
        // a worker of the command line has been started with the classes that this process needs, too
        List<String> archive =
                own.stream().filter(argument -> argument.startsWith(AOT_CACHE)).toList();
        arguments.addAll(archive);
        // an archive is good only for the flags with which it was made
        if (archive.isEmpty() || own.contains(ChildJvm.NO_NATIVE_ACCESS)) {
            arguments.add(ChildJvm.NO_NATIVE_ACCESS);
        }
        arguments.addAll(ChildJvm.program(SmallWorld.class));
        return arguments;
    }
}
