package twostoves.checks.concurrency;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
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

    /** The carriers of virtual threads, and services of the JDK. */
    private static final Set<String> NOT_OF_LEARNERS = Set.of("CarrierThreads", "system", "InnocuousThreadGroup");

    private PlatformThreads() {}

    /**
     * Lists those alive that are neither the grader's nor the JDK's own.
     *
     * @return their ids
     */
    static Set<Long> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !isForeign(thread))
                .map(Thread::threadId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isForeign(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null
                || NOT_OF_LEARNERS.contains(group.getName())
                || thread.getName().equals("caller")
                || thread.getName().startsWith("kata-");
    }

    /**
     * Demands that they are at most ten beside the caller.
     *
     * @param run tells of those that made a request; of all, if it has looked around
     * @param requests how many requests there were
     */
    static void demandFew(Run<?> run, int requests) {
        demandFew(run, Set.of(), requests);
    }

    /**
     * Demands the same where others have been seen, too.
     *
     * @param run tells of those that made a request; of all, if it has looked around
     * @param seen the ids of others
     * @param requests how many requests there were
     */
    static void demandFew(Run<?> run, Set<Long> seen, int requests) {
        Set<Long> platform = Stream.of(
                        run.timeline().spans().stream().map(Span::thread),
                        run.firstWait().stream().map(Stall::thread))
                .flatMap(Function.identity())
                .filter(thread -> !thread.isVirtual() && !thread.isCaller())
                .map(ThreadIdentity::id)
                .collect(Collectors.toCollection(() -> new HashSet<>(seen)));
        if (platform.size() > MOST) {
            throw CheckFailure.measured(
                            Diagnosis.PLATFORM_THREAD_PER_TASK,
                            "For " + requests + " requests you used " + platform.size() + " platform threads, and "
                                    + MOST
                                    + " is the most. For 10,000 you would need as many threads of"
                                    + " the operating system.")
                    .at(Endings.placeOf(run.firstWait()));
        }
    }
}
