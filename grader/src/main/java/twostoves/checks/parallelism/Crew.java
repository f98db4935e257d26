package twostoves.checks.parallelism;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import twostoves.checks.OneAtATime;
import twostoves.evidence.Frame;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;
import twostoves.grading.Subject;

/**
 * Names what is wrong with the threads that did the work, whatever the work was.
 *
 * @param things what was worked on, in the plural, such as {@code numbers}
 * @param done what was done to them, such as {@code squared}
 * @param part what a worker gets at a time, such as {@code chunk}
 */
record Crew(String things, String done, String part) {

    /**
     * Names the reason why only one worker computed at a time.
     *
     * @param observed a run that looked around
     * @param took the makespans compared, a sentence
     * @return the failure; empty if there was one worker to begin with, if two computed at a time, or if only one thread
     *     computed, was not the caller's, and kept no other waiting at a lock
     */
    Optional<CheckFailure> oneAtATime(Subject.Observed<?> observed, int workers, String took) {
        Timeline timeline = observed.run().timeline();
        Set<ThreadIdentity> threads = timeline.byThread().keySet();
        boolean onCaller = threads.stream().allMatch(ThreadIdentity::isCaller);
        if (workers == 1 || timeline.maxInFlight() > 1) {
            return Optional.empty();
        }
        OneAtATime.Reason reason = OneAtATime.ofLocksAndPermits(observed, workers, Diagnosis.LOCK_HELD_WHILE_COMPUTING);
        boolean locked =
                reason.diagnosis() == Diagnosis.LOCK_HELD_WHILE_COMPUTING; // one thread may get the lock each time
        if (threads.size() == 1 && !onCaller && !locked) {
            return Optional.empty();
        }
        String how = switch (reason.diagnosis()) {
            case SEQUENTIAL -> "All " + things + " were " + done + " on the thread that called you, one after another.";
            case RUN_NOT_START ->
                "All " + things + " were " + done + " on the thread that called you, because run() starts no thread.";
            case LOCK_HELD_WHILE_COMPUTING ->
                "Only one worker computed at a time; the others waited for a lock meanwhile.";
            default ->
                part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1) + " 2 starts only after " + part
                        + " 1 is done: you wait for it"
                        + reason.waiting().map(frame -> " at " + frame.place()).orElse("") + ".";
        };
        Optional<Frame> line = reason.waiting();
        return Optional.of(
                CheckFailure.measured(reason.diagnosis(), how + " " + took).at(line.map(Place::of)));
    }

    /**
     * Looks for threads of a kind that computing is not meant for.
     *
     * @param after what to say after the fault; empty or a blank and a sentence
     */
    Optional<CheckFailure> wrongKind(Subject.Observed<?> observed, String after) {
        Set<ThreadIdentity> threads =
                observed.run().timeline().ownership().items().keySet();
        if (threads.stream().anyMatch(ThreadIdentity::isVirtual)) {
            return Optional.of(CheckFailure.measured(
                    Diagnosis.VIRTUAL_THREADS_FOR_COMPUTING,
                    "The " + things + " were " + done
                            + " on virtual threads; computing wants platform threads, one for each worker." + after));
        }
        if (threads.stream().anyMatch(thread -> thread.kind() == ThreadIdentity.Kind.COMMON_POOL)) {
            return Optional.of(CheckFailure.measured(
                    Diagnosis.COMMON_POOL_FOR_COMPUTING,
                    "The " + things + " were " + done + " in the common pool, not by workers of your own." + after));
        }
        return Optional.empty();
    }

    /**
     * Looks for more or fewer threads than were asked for.
     *
     * @param least the fewest that will do
     * @param due how many are due
     * @param after what to say after the fault; empty or a blank and a sentence
     */
    Optional<CheckFailure> wrongNumber(Subject.Observed<?> observed, long least, long due, String after) {
        int count = observed.run().timeline().ownership().owners();
        if (count >= least && count <= due) {
            return Optional.empty();
        }
        return Optional.of(CheckFailure.measured(
                Diagnosis.WRONG_THREAD_COUNT,
                due + (due == 1 ? " thread was" : " threads were") + " asked for, and " + count
                        + (count == 1 ? " thread" : " threads") + " computed." + after));
    }
}
