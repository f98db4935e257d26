package twostoves.checks;

import java.util.List;
import java.util.Optional;
import twostoves.evidence.Frame;
import twostoves.evidence.Stall;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;

/**
 * Names the reason why only one thing at a time was under way: read off the stacks of all threads at the moment when the
 * submission first waited, and off what its code had handed to other threads by then.
 */
public final class OneAtATime {

    /**
     * Why, and where the caller stood.
     *
     * @param diagnosis the name
     * @param waiting the caller's line, if it waited in the learner's code
     */
    public record Reason(Diagnosis diagnosis, Optional<Frame> waiting) {}

    private static final String FUTURE_TASK = "java.util.concurrent.FutureTask";

    private OneAtATime() {}

    /**
     * Finds the reason.
     *
     * @param observed a run that looked around, in which never more than one thing was under way
     * @param tasks how many tasks there were; at least 2
     * @param lockHeld the name for a lock held meanwhile
     * @return the reason
     */
    public static Reason of(Subject.Observed<?> observed, int tasks, Diagnosis lockHeld) {
        List<Stall> all = observed.run().firstWait();
        Optional<Stall> caller =
                all.stream().filter(stall -> stall.thread().isCaller()).findFirst();
        boolean onCaller =
                observed.run().timeline().byThread().keySet().stream().allMatch(thread -> thread.isCaller());
        Diagnosis diagnosis;
        if (onCaller) {
            diagnosis = caller.filter(OneAtATime::isInRun).isPresent() ? Diagnosis.RUN_NOT_START : Diagnosis.SEQUENTIAL;
        } else if (all.stream().filter(stall -> !stall.thread().isCaller()).anyMatch(Stall::waitsForLock)) {
            diagnosis = lockHeld;
        } else {
            diagnosis = nameCallersWait(observed, caller, tasks);
        }
        return new Reason(diagnosis, caller.flatMap(Stall::learnerFrame));
    }

    /**
     * Finds the reason where a semaphore with a single permit is nothing but a lock, because no limit was asked for.
     *
     * @param observed a run that looked around, in which never more than one thing was under way
     * @param tasks how many tasks there were; at least 2
     * @param lockHeld the name for a lock or permit held meanwhile
     * @return the reason
     */
    public static Reason ofLocksAndPermits(Subject.Observed<?> observed, int tasks, Diagnosis lockHeld) {
        Reason reason = of(observed, tasks, lockHeld);
        boolean permit = observed.run().firstWait().stream()
                .filter(stall -> !stall.thread().isCaller())
                .flatMap(stall -> stall.frames().stream())
                .anyMatch(frame -> frame.className().equals("java.util.concurrent.Semaphore")
                        && frame.method().startsWith("acquire"));
        return permit ? new Reason(lockHeld, reason.waiting()) : reason;
    }

    private static Diagnosis nameCallersWait(Subject.Observed<?> observed, Optional<Stall> caller, int tasks) {
        if (caller.filter(OneAtATime::isInStream).isPresent() && observed.handOversAtFirst() <= 1) {
            return Diagnosis.LAZY_STREAM;
        }
        if (observed.executors() >= tasks) {
            return Diagnosis.EXECUTOR_PER_ITEM;
        }
        if (caller.filter(stall -> stall.isIn("java.lang.Thread", "join")).isPresent()) {
            return Diagnosis.START_THEN_JOIN;
        }
        if (observed.handOvers() == 1 && observed.run().timeline().byThread().size() == 1) {
            return Diagnosis.SEQUENTIAL; // all of it is one task
        }
        boolean handedOverAll = observed.handOversAtFirst() > 1
                || caller.filter(stall -> stall.isIn("java.util.concurrent.AbstractExecutorService", "invokeAll")
                                || stall.isIn("java.util.concurrent.AbstractExecutorService", "doInvokeAny"))
                        .isPresent();
        return handedOverAll ? Diagnosis.POOL_TOO_SMALL : Diagnosis.SUBMIT_THEN_WAIT;
    }

    /** {@code Thread.run} called by the learner's code, rather than the run method every thread begins with. */
    private static boolean isInRun(Stall stall) {
        List<Frame> frames = stall.frames();
        for (int i = 0; i < frames.size() - 1; i++) {
            Frame frame = frames.get(i);
            if (frame.className().equals("java.lang.Thread") && frame.method().startsWith("run")
                    || frame.className().equals(FUTURE_TASK) && frame.method().equals("run")) {
                return frames.subList(i + 1, frames.size()).stream().anyMatch(Frame::isLearners);
            }
        }
        return false;
    }

    private static boolean isInStream(Stall stall) {
        return stall.frames().stream().anyMatch(frame -> frame.className().startsWith("java.util.stream."));
    }
}
