package twostoves.weaving;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import twostoves.evidence.Frame;
import twostoves.simulation.Simulation;

/**
 * Proves data races by letting threads meet: a thread that is about to write waits until every other thread has gone as far
 * as it can at this instant of virtual time. Whoever then stands before a write to the same place was kept back by no lock
 * and waits for nobody's result, so nothing orders the two writes.
 *
 * <p>No correct program is accused: had anything ordered the writes, the second thread could not have come this far before
 * the first one had written. That it finds what there is to find rests on threads doing equal work, as they do in the
 * checks that use it. The idea is DataCollider's (Erickson et al., OSDI 2010), with quiescence in place of a delay.
 */
public final class SharingWatch {

    /** After this many meetings called for by one thread at one place the thread goes on without. */
    private static final int MEETINGS_PER_THREAD_AND_PLACE = 3;

    /** After so many locks a thread goes on without letting others go first. */
    private static final int PAUSES_PER_THREAD = 10;

    private static final Set<Class<?>> UNSAFE = Set.of(
            ArrayList.class,
            LinkedList.class,
            ArrayDeque.class,
            PriorityQueue.class,
            HashMap.class,
            LinkedHashMap.class,
            TreeMap.class,
            IdentityHashMap.class,
            HashSet.class,
            LinkedHashSet.class,
            TreeSet.class);

    /** What two threads share. */
    public enum Sharing {
        /** A field, static or array element: two writes that nothing orders are a data race. */
        PLAIN,
        /** A volatile field or static: no data race, but threads that meet there lose updates for all to see. */
        VOLATILE,
        /** A collection of the JDK that is not made for several threads. */
        COLLECTION
    }

    /**
     * Two threads about to write to the same place, with nothing between them.
     *
     * @param what what they share: a field such as {@code SumOfSquares.total}, an element such as {@code long[0]}, or a
     *     collection such as {@code ArrayList}
     * @param sharing what kind of thing that is
     * @param first the line of the thread that was there first; empty if it is not the learner's
     * @param second the line of the other
     */
    public record Race(String what, Sharing sharing, Optional<Frame> first, Optional<Frame> second) {

        /**
         * Tells whether this is a data race, wrong whatever came of it.
         *
         * @return false for volatile variables
         */
        public boolean isDataRace() {
            return sharing != Sharing.VOLATILE;
        }
    }

    /** An object by identity, and a member of it. */
    private record Location(Object owner, String member) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Location that && that.owner == owner && that.member.equals(member);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(owner) * 31 + member.hashCode();
        }
    }

    private record Visit(long thread, Optional<Frame> frame) {}

    private record Visitor(long thread, Location location) {}

    private final Simulation simulation;
    private final boolean meeting;
    private final Map<Location, Visit> visits = new ConcurrentHashMap<>();
    private final Map<Visitor, AtomicInteger> meetings = new ConcurrentHashMap<>();
    private final Map<Long, AtomicInteger> pauses = new ConcurrentHashMap<>();
    private final Queue<Race> races = new ConcurrentLinkedQueue<>();
    private final LongAdder synchronisations = new LongAdder();
    private final LongAdder locks = new LongAdder();
    private final LongAdder handOvers = new LongAdder();
    private final LongAdder handOversAtFirst = new LongAdder();
    private final LongAdder forks = new LongAdder();
    private final LongAdder executors = new LongAdder();
    private final LongAdder vainCancels = new LongAdder();
    private final Queue<ExecutorService> made = new ConcurrentLinkedQueue<>();

    /**
     * Creates the watch for one run.
     *
     * @param simulation the world in which threads wait for one another
     * @param meeting whether to let threads meet at all
     */
    public SharingWatch(Simulation simulation, boolean meeting) {
        this.simulation = simulation;
        this.meeting = meeting;
    }

    /**
     * Lists where threads have met.
     *
     * @return the meetings, in the order in which they were found; data races unless at volatile variables
     */
    public List<Race> races() {
        return List.copyOf(races);
    }

    /**
     * Counts how often the learner's code took a lock or updated an atomic variable.
     *
     * @return the count so far
     */
    public long synchronisations() {
        return synchronisations.sum();
    }

    /**
     * Counts the calls by which the learner's code handed tasks to other threads.
     *
     * @return the count so far; a call that takes many tasks at once counts as one
     */
    public long handOvers() {
        return handOvers.sum();
    }

    /**
     * Counts the calls by which the learner's code handed tasks to other threads before any virtual time had passed.
     *
     * @return the count; a call that takes many tasks at once counts as one
     */
    public long handOversAtFirst() {
        return handOversAtFirst.sum();
    }

    /**
     * Counts the calls by which the learner's code handed tasks to other threads from a worker of a fork/join pool.
     *
     * @return the count; a call that takes many tasks at once counts as one
     */
    public long forks() {
        return forks.sum();
    }

    /**
     * Counts the executors that the learner's code has made.
     *
     * @return the count so far
     */
    public long executors() {
        return executors.sum();
    }

    /**
     * Counts the futures that the learner's code has cancelled in a way that interrupts no thread.
     *
     * @return the count so far
     */
    public long vainCancels() {
        return vainCancels.sum();
    }

    /**
     * Hears that a future was cancelled and that nobody was interrupted by it.
     */
    public void countVainCancel() {
        vainCancels.increment();
    }

    /**
     * Hears that a task is about to be handed to another thread.
     */
    public void countHandOver() {
        handOvers.increment();
        if (simulation.now() == 0) {
            handOversAtFirst.increment();
        }
        if (Thread.currentThread() instanceof ForkJoinWorkerThread) {
            forks.increment();
        }
    }

    /**
     * Hears that an executor is about to be made.
     */
    public void countExecutor() {
        executors.increment();
    }

    /**
     * Hears of an executor, to be shut down when the run is over.
     *
     * @param executor the executor
     */
    public void noteExecutor(ExecutorService executor) {
        made.add(executor);
    }

    /**
     * Shuts down what executors the run has left open, so that their threads do not burden the runs to come.
     *
     * @return whether there were none. One in a static field would refuse the tasks of the next run, which therefore must
     *     not find it
     */
    public boolean shutDownExecutors() {
        List<ExecutorService> open =
                made.stream().filter(executor -> !executor.isShutdown()).toList();
        open.forEach(ExecutorService::shutdownNow);
        return open.isEmpty();
    }

    /**
     * Counts how often the learner's code took a lock.
     *
     * @return the count so far; included in {@link #synchronisations()}
     */
    public long locks() {
        return locks.sum();
    }

    /**
     * Hears that a lock is taken.
     */
    public void countLock() {
        locks.increment();
        countSynchronisation();
    }

    /**
     * Hears that a lock is about to be taken. Where the run is to be like that, all others go first, so that one comes
     * between the two locks of a thread that looks under the first and acts under the second.
     */
    public void letOthersLock() {
        if (meeting && simulation.settings().yieldingLocks()) {
            AtomicInteger count =
                    pauses.computeIfAbsent(Thread.currentThread().threadId(), first -> new AtomicInteger());
            if (count.incrementAndGet() <= PAUSES_PER_THREAD) {
                simulation.letOthersCatchUp();
            }
        }
    }

    /**
     * Hears that a lock is about to be taken or an atomic variable updated.
     */
    public void countSynchronisation() {
        synchronisations.increment();
    }

    /**
     * Hears that a field, static or array element is about to be written.
     *
     * @param owner the object, class or array it belongs to
     * @param member its name, or its index in brackets
     */
    public void beforeWrite(Object owner, String member) {
        if (meeting) {
            meet(new Location(owner, member), Sharing.PLAIN);
        }
    }

    /**
     * Hears that a volatile field or static is about to be written.
     *
     * @param owner the object or class it belongs to
     * @param member its name
     */
    public void beforeVolatileWrite(Object owner, String member) {
        if (meeting) {
            meet(new Location(owner, member), Sharing.VOLATILE);
        }
    }

    /**
     * Hears that a collection is about to be changed.
     *
     * @param collection the collection
     */
    public void beforeChange(Object collection) {
        if (meeting && UNSAFE.contains(collection.getClass())) {
            meet(new Location(collection, ""), Sharing.COLLECTION);
        }
    }

    private void meet(Location location, Sharing sharing) {
        long thread = Thread.currentThread().threadId();
        Visit visit = new Visit(thread, learnerFrame());
        Visit other = visits.putIfAbsent(location, visit);
        if (other != null) {
            if (other.thread() != thread) {
                races.add(new Race(name(location, sharing), sharing, other.frame(), visit.frame()));
            }
            return;
        }
        try {
            AtomicInteger count = meetings.computeIfAbsent(new Visitor(thread, location), first -> new AtomicInteger());
            if (count.incrementAndGet() <= MEETINGS_PER_THREAD_AND_PLACE) {
                simulation.letOthersCatchUp();
            }
        } finally {
            visits.remove(location, visit);
        }
    }

    private static Optional<Frame> learnerFrame() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(frame -> Frame.of(frame.toStackTraceElement()))
                        .filter(Frame::isLearners)
                        .findFirst());
    }

    private static String name(Location location, Sharing sharing) {
        if (sharing == Sharing.COLLECTION) {
            return location.owner().getClass().getSimpleName();
        }
        return location.member().startsWith("[")
                ? location.owner().getClass().getSimpleName().replace("[]", "") + location.member()
                : location.member();
    }
}
