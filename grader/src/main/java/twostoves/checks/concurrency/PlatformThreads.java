package twostoves.checks.concurrency;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twostoves.checks.Endings;
import twostoves.evidence.Span;
import twostoves.evidence.Stall;
import twostoves.evidence.ThreadIdentity;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.simulation.Run;

/** How many platform threads were used for many requests. */
final class PlatformThreads {

    private static final int MOST = 10;

    private PlatformThreads() {}

    /**
     * Demands that they are at most ten beside the caller.
     *
     * @param run tells of those that made a request; of all, if it has looked around
     * @param requests how many requests there were
     */
    static void demandFew(Run<?> run, int requests) {
        Set<ThreadIdentity> platform = Stream.concat(
                        run.timeline().spans().stream().map(Span::thread),
                        run.firstWait().stream().map(Stall::thread))
                .filter(thread -> !thread.isVirtual() && !thread.isCaller())
                .collect(Collectors.toUnmodifiableSet());
        if (platform.size() > MOST) {
            throw CheckFailure.measured(
                            Diagnosis.PLATFORM_THREAD_PER_TASK,
                            "For " + requests + " requests you used " + platform.size() + " platform threads, and " + MOST
                                    + " is the most. For 10,000 you would need as many threads of"
                                    + " the operating system.")
                    .at(Endings.placeOf(run.firstWait()));
        }
    }
}
