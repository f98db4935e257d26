package twostoves.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A thread that is waiting, and where.
 *
 * @param thread the thread
 * @param state its state, as {@link Thread.State} names it
 * @param frames its stack, innermost frame first
 * @param waitsFor the object it waits for, as the thread dump names it; empty if unknown
 * @param owns the objects whose monitors it holds
 */
public record Stall(ThreadIdentity thread, String state, List<Frame> frames, String waitsFor, List<String> owns) {

    /** Where the classes are that woven code calls in place of the JDK's. */
    private static final String WOVEN_IN = "twostoves.weaving.";

    /** The methods among those that wait without a limit. */
    private static final Set<String> UNLIMITED = Set.of("park", "stay");

    /** Creates a stall; copies what it is given. */
    public Stall {
        frames = List.copyOf(frames);
        owns = List.copyOf(owns);
    }

    /**
     * Finds the line of the learner's code in which the thread waits.
     *
     * @return the innermost frame that the learner wrote
     */
    public Optional<Frame> learnerFrame() {
        return frames.stream().filter(Frame::isLearners).findFirst();
    }

    /**
     * Finds what the learner's code called there.
     *
     * @return the frame above {@link #learnerFrame()}, and above what the grader has woven in between, for example
     *     {@code CountDownLatch.await}; empty if the thread waits for a monitor or never came through the learner's code
     */
    public Optional<Frame> operation() {
        int learners = 0;
        while (learners < frames.size() && !frames.get(learners).isLearners()) {
            learners++;
        }
        if (learners == frames.size()) {
            return Optional.empty();
        }
        return frames.subList(0, learners).reversed().stream()
                .dropWhile(frame -> frame.className().startsWith(WOVEN_IN))
                .findFirst();
    }

    /**
     * Tells whether the thread waits in, or was called through, a method.
     *
     * @param className the binary name of a class
     * @param method the name of a method
     * @return whether any frame is of that method
     */
    public boolean isIn(String className, String method) {
        return frames.stream()
                .anyMatch(frame ->
                        frame.className().equals(className) && frame.method().equals(method));
    }

    /**
     * Tells whether the thread waits to enter a {@code synchronized} block or method.
     *
     * @return whether it waits for a monitor
     */
    public boolean isBlocked() {
        return state.equals("BLOCKED");
    }

    /**
     * Tells whether the thread waits to enter a {@code synchronized} block or a lock that another thread holds.
     *
     * @return whether it is blocked on a monitor or in the acquisition of an exclusive lock
     */
    public boolean waitsForLock() {
        return isBlocked()
                || frames.stream()
                        .anyMatch(frame -> frame.className().startsWith("java.util.concurrent.locks.ReentrantLock")
                                || frame.className().startsWith("java.util.concurrent.locks.ReentrantReadWriteLock")
                                || frame.className().startsWith("java.util.concurrent.locks.StampedLock"));
    }

    /**
     * Tells whether the wait has a limit of virtual time, or is nothing but a pause.
     *
     * @return whether it waits in what the grader has woven in for {@code Thread.sleep}, {@code parkNanos}, or a wait with a
     *     timeout; false for {@code park}, {@code Object.wait()} and {@code Condition.await()}, which are woven in too, but
     *     wait without a limit
     */
    public boolean isTimed() {
        List<String> wovenIn = frames.stream()
                .takeWhile(frame -> !frame.isLearners())
                .filter(frame -> frame.className().startsWith(WOVEN_IN))
                .map(Frame::method)
                .toList();
        return !wovenIn.isEmpty() && wovenIn.stream().noneMatch(UNLIMITED::contains);
    }

    /**
     * Tells whether the thread is an idle worker of a pool: it runs no task and waits for the next one.
     *
     * @return whether it waits for work
     */
    public boolean isIdlePoolWorker() {
        return isIn("java.util.concurrent.ThreadPoolExecutor", "getTask")
                || isIn("java.util.concurrent.ForkJoinPool", "awaitWork");
    }

    /**
     * Tells whether the thread runs a task of a {@link java.util.concurrent.ThreadPoolExecutor}.
     *
     * @return whether it is a busy worker
     */
    public boolean isBusyPoolWorker() {
        return isIn("java.util.concurrent.ThreadPoolExecutor", "runWorker") && !isIdlePoolWorker();
    }
}
