package twostoves.simulation;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twostoves.evidence.Frame;

/**
 * The platform threads that may run code of the submission: all that were started since the run began, and the workers
 * the JDK shares among everybody (carriers of virtual threads, the common pool, timers).
 *
 * <p>Used by the conductor only.
 */
final class SubmissionThreads {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Ids are given in ascending order to platform and virtual threads alike. */
    private final long lastIdBefore = nextId();

    /** Read after the id, so that a thread that is begun in between makes more ids than starts, and not less. */
    private final long startedBefore = startedSoFar();

    private final ThreadGroup root = root();
    private final Set<String> namesBefore;
    private final Set<Thread> graders = new HashSet<>();
    private List<Thread> relevant = List.of();
    private long listedAt = -1;

    /** The one found runnable last: asked first, since it mostly still is. */
    private Optional<Thread> lastRunnable = Optional.empty();

    /** Whether threads may wait in sockets, which Java takes for runnable, so that only the kernel can tell. */
    private final boolean useSockets;

    SubmissionThreads() {
        this(false);
    }

    private SubmissionThreads(boolean useSockets) {
        this.useSockets = useSockets;
        namesBefore = all().stream()
                .filter(thread -> !isShared(thread) && !isService(thread))
                .map(Thread::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The threads of a submission that reads from sockets, files or the like. */
    static SubmissionThreads usingSockets() {
        return new SubmissionThreads(true);
    }

    /** The group that all others are in. */
    static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    private static long nextId() {
        return Thread.ofVirtual().unstarted(() -> {}).threadId();
    }

    /** Counts the platform threads ever started in this process; rises before a new thread runs its first line. */
    static long startedSoFar() {
        return THREADS.getTotalStartedThreadCount();
    }

    static long processorNanos(Thread thread) {
        return THREADS.getThreadCpuTime(thread.threadId());
    }

    private List<Thread> all() {
        Thread[] found = new Thread[64];
        int count = root.enumerate(found, true);
        while (count == found.length) {
            found = new Thread[found.length * 2];
            count = root.enumerate(found, true);
        }
        return Arrays.asList(found).subList(0, count);
    }

    private static String groupOf(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null ? "" : group.getName();
    }

    /** A worker that belongs to the JDK and outlives every run. */
    static boolean isShared(Thread thread) {
        return groupOf(thread).equals("CarrierThreads") || isSharedName(thread.getName());
    }

    static boolean isSharedName(String name) {
        return name.startsWith("ForkJoinPool.commonPool-")
                || name.startsWith("ForkJoinPool-delayScheduler")
                || name.startsWith("CompletableFutureDelayScheduler");
    }

    private static boolean isService(Thread thread) {
        String group = groupOf(thread);
        return group.equals("system") || group.equals("InnocuousThreadGroup");
    }

    /** Tells whether a thread, platform or virtual, was made since the run began. */
    boolean isNew(long threadId) {
        return threadId > lastIdBefore;
    }

    /** The names of threads that were here before the run and have no part in it. */
    Set<String> namesBefore() {
        return namesBefore;
    }

    /** Takes a thread that was started since for one of the grader's own. */
    void exclude(Thread thread) {
        graders.add(thread);
        listedAt = -1;
    }

    /** Lists the threads that may run code of the submission. */
    List<Thread> relevant() {
        long started = startedSoFar();
        if (started != listedAt) {
            relevant = all().stream()
                    .filter(thread -> isShared(thread) || isNew(thread.threadId()) && !isService(thread))
                    .filter(thread -> !graders.contains(thread))
                    .toList();
            listedAt = started;
        }
        return relevant;
    }

    /** Tells whether Java takes none of them for runnable: necessary for quiescence, far from sufficient. */
    boolean noneRunnable() {
        if (useSockets) {
            return true;
        }
        if (lastRunnable.filter(SubmissionThreads::isRunnable).isPresent()) {
            return false;
        }
        lastRunnable = relevant().stream().filter(SubmissionThreads::isRunnable).findFirst();
        return lastRunnable.isEmpty();
    }

    /**
     * Tells whether one of them waits for a lock that none of them holds. Then a thread that has no part in the run holds it, or
     * has just released it and not woken the next yet: until that thread sleeps, too, somebody can move.
     */
    boolean someWaitForStranger() {
        return waitsForLocks().anyMatch(wait -> !isOurs(wait.getLockOwnerId()));
    }

    /**
     * Tells whether one of them waits for a lock whose holder has no part in the run and is taken for runnable by Java, or for
     * a lock of the JDK's that is free: who released it has not woken the next yet, or that one has not run since.
     */
    boolean someMayGetLock() {
        return relevant().stream().anyMatch(SubmissionThreads::waitsForFreeLock)
                || waitsForLocks()
                        .filter(wait -> wait.getLockOwnerId() > 0 && !isOurs(wait.getLockOwnerId()))
                        .map(wait -> THREADS.getThreadInfo(wait.getLockOwnerId()))
                        .anyMatch(owner -> owner != null && owner.getThreadState() == Thread.State.RUNNABLE);
    }

    /**
     * Finds those that wait for a monitor which no platform thread holds, nor a virtual one that is mounted: the VM tells of no
     * owner then. It is free, or a virtual thread that is not mounted holds it.
     */
    Set<Long> waitForMonitorWithoutOwner() {
        return waitsForLocks()
                .filter(wait -> wait.getLockOwnerId() < 0)
                .map(ThreadInfo::getThreadId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<ThreadInfo> waitsForLocks() {
        long[] waiting = relevant().stream()
                .filter(SubmissionThreads::waitsForLock)
                .mapToLong(Thread::threadId)
                .toArray();
        return waiting.length == 0
                ? Stream.empty()
                : Arrays.stream(THREADS.getThreadInfo(waiting)).filter(Objects::nonNull);
    }

    /** In a monitor, or in a lock of the JDK's, which sets itself as the blocker; semaphores and latches have no owners. */
    private static boolean waitsForLock(Thread thread) {
        return thread.getState() == Thread.State.BLOCKED || isLock(LockSupport.getBlocker(thread));
    }

    /** Whether a lock is free can be read from its text alone. */
    private static boolean waitsForFreeLock(Thread thread) {
        Object blocker = LockSupport.getBlocker(thread);
        return isLock(blocker) && blocker.toString().contains("[State = 0,");
    }

    private static boolean isLock(Object blocker) {
        return blocker instanceof AbstractOwnableSynchronizer lock
                && lock.getClass().getPackage().equals(Lock.class.getPackage());
    }

    /** A virtual thread that holds a monitor and is not mounted is no owner that the VM tells of: it has the id -1. */
    private boolean isOurs(long ownerId) {
        return isNew(ownerId) || relevant().stream().anyMatch(thread -> thread.threadId() == ownerId);
    }

    /**
     * Tells whether there are so many runnable threads and each of them is giving up its processor just now. A thread that
     * yields all the time burns hardly any of a busy machine's processor time, and yet is always awake.
     */
    boolean allYield(int count) {
        List<Thread> runnable =
                relevant().stream().filter(SubmissionThreads::isRunnable).toList();
        return runnable.size() == count && runnable.stream().allMatch(SubmissionThreads::isYielding);
    }

    private static boolean isYielding(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length > 0
                && stack[0].getClassName().equals("java.lang.Thread")
                && stack[0].getMethodName().startsWith("yield");
    }

    private static boolean isRunnable(Thread thread) {
        return thread.getState() == Thread.State.RUNNABLE;
    }

    /** Lists the submission's own platform threads that are alive now. */
    List<Thread> alive() {
        listedAt = -1;
        return relevant().stream()
                .filter(thread -> thread.isAlive() && !isShared(thread))
                .toList();
    }

    /**
     * Tells whether there may be something to list: a platform thread of the submission that is alive, a virtual one that was
     * made since the run began, alive or not, or a worker of the JDK's in code of the learner. Virtual threads cannot be
     * listed cheaply, but every thread takes an id: if there were as many ids as starts of platform threads, there was none.
     */
    boolean someMayBeAlive() {
        long started = startedSoFar() - startedBefore;
        long made = nextId() - lastIdBefore - 1;
        return made != started || !alive().isEmpty() || relevant().stream().anyMatch(SubmissionThreads::isLentOut);
    }

    private static boolean isLentOut(Thread thread) {
        return isSharedName(thread.getName())
                && Arrays.stream(thread.getStackTrace()).map(Frame::of).anyMatch(Frame::isLearners);
    }

    /** Tells whether real time alone could still move somebody: a wait with a limit that was not made virtual. */
    boolean someWaitHasRealLimit() {
        return relevant().stream()
                .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                .anyMatch(thread -> !isIdleByDesign(thread.getStackTrace()));
    }

    private static boolean isIdleByDesign(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String method = frame.getClassName() + "." + frame.getMethodName();
            if (method.equals("java.util.concurrent.ThreadPoolExecutor.getTask")
                    || method.equals("java.util.concurrent.ForkJoinPool.awaitWork")
                    || method.equals("java.util.concurrent.ExecutorService.close")
                    || method.equals("java.util.concurrent.ThreadPerTaskExecutor.close")) {
                return true;
            }
        }
        return false;
    }
}
