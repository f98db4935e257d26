package twostoves.racewatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is seen in one run: which threads took part, what orders them, what they shared, which locks they hold.
 *
 * <p>One recording at a time is running; what rewritten code does while none is, is not seen.
 */
public final class Recording {

    private static final int MOST_THREADS = 3000;
    private static final int MOST_VARIABLES = 1_000_000;

    private static volatile Recording running;

    private final Plan plan;
    private final Disturbance disturbance;
    private final SpinLock guard = new SpinLock();
    private final IdentityTable<ThreadState> threads = new IdentityTable<>(8);
    private final List<ThreadState> allThreads = new ArrayList<>();
    private final IdentityTable<SyncPoint> syncPoints = new IdentityTable<>(12);
    private final IdentityTable<Variable> variables = new IdentityTable<>(14);
    private final Map<Object, Integer> mapKeys = new HashMap<>();
    private final LockTable locks = new LockTable();
    private final Monitors monitors = new Monitors(this);
    private final EventLog log = new EventLog();
    private final List<Conflict> conflicts = new ArrayList<>();
    private volatile List<Waiting> circle = List.of();
    private volatile boolean incomplete;
    private volatile int falseWakes;
    private volatile int events;
    private volatile int known;

    private Recording(Plan plan) {
        this.plan = plan;
        this.disturbance = new Disturbance(plan);
    }

    /**
     * Begins to record.
     *
     * @param plan how the threads are to be disturbed
     * @return the recording, which runs until it is stopped
     */
    public static Recording start(Plan plan) {
        Recording recording = new Recording(plan);
        running = recording;
        return recording;
    }

    /** Ends the recording. What its threads still do is not seen. */
    public void stop() {
        running = null;
    }

    /** Forgets where threads have met, before something else is recorded. */
    public static void forgetContention() {
        Sites.forgetContention();
    }

    /**
     * Counts the places where threads have met, in the recordings since the last call of {@link #forgetContention}.
     *
     * @return how many lines there are at which one of them can be torn from the next
     */
    public static int countContended() {
        return Sites.contended().size();
    }

    /** The recording that runs, or null. */
    static Recording running() {
        return running;
    }

    // ---- threads -------------------------------------------------------------------------------------------------

    ThreadState current() {
        return of(Thread.currentThread());
    }

    ThreadState of(Thread thread) {
        ThreadState there = threads.find(thread, 0);
        return there != null ? there : added(thread);
    }

    private ThreadState added(Thread thread) {
        guard.lock();
        try {
            ThreadState there = threads.find(thread, 0);
            if (there == null) {
                there = threads.findOrAdd(new ThreadState(thread, allThreads.size(), plan.seed()));
                allThreads.add(there);
                incomplete |= allThreads.size() > MOST_THREADS;
            }
            return there;
        } finally {
            guard.unlock();
        }
    }

    // ---- order ---------------------------------------------------------------------------------------------------

    void release(ThreadState thread, Object object, long id) {
        SyncPoint point = syncPoints.find(object, id);
        if (point == null) {
            point = syncPoints.findOrAdd(new SyncPoint(object, id));
        }
        point.release(thread.publish());
    }

    void acquire(ThreadState thread, Object object, long id) {
        SyncPoint point = syncPoints.find(object, id);
        if (point != null) {
            thread.learn(point.acquire());
        }
    }

    // ---- accesses ------------------------------------------------------------------------------------------------

    /** A thread uses a variable now. */
    void access(ThreadState thread, Object owner, long id, boolean writes, Site site) {
        count();
        if (thread.initialising > 0 || thread.optimistic && !writes) {
            return;
        }
        Variable variable = variable(owner, id);
        if (variable == null) {
            return;
        }
        disturbance.at(thread, site);
        Variable.Use earlier = variable.note(thread, writes, site);
        if (earlier != null && !incomplete) {
            report(thread, owner, id, writes, site, earlier);
        }
    }

    private Variable variable(Object owner, long id) {
        Variable variable = variables.find(owner, id);
        if (variable == null && known < MOST_VARIABLES) {
            variable = variables.findOrAdd(new Variable(owner, id));
            known++;
        }
        return variable;
    }

    private void report(ThreadState thread, Object owner, long id, boolean writes, Site site, Variable.Use earlier) {
        Conflict.Kind kind = Variable.isArrayElement(id)
                ? Conflict.Kind.ELEMENT
                : Variable.isObject(id) ? Conflict.Kind.OBJECT : Conflict.Kind.FIELD;
        Conflict conflict = new Conflict(
                owner,
                kind,
                kind == Conflict.Kind.ELEMENT ? Variable.index(id) : 0,
                earlier.thread.name(),
                earlier.site,
                earlier.writes,
                thread.name(),
                site,
                writes);
        guard.lock();
        try {
            conflicts.add(conflict);
        } finally {
            guard.unlock();
        }
    }

    /** A thread is about to use something that is safe to share, and may be torn from what it does next. */
    void meet(ThreadState thread, Object object, long id, Site site, Object argument) {
        count();
        Variable place = variable(object, id);
        if (place != null) {
            place.visit(thread, site);
        }
        disturbance.at(thread, site);
        log.add(thread, object, site, false, argument);
    }

    /** The number of a key of a map, the same for equal keys; below 0 for keys whose equality is not ours to ask. */
    int keyNumber(Object key) {
        if (!(key instanceof String || key instanceof Integer || key instanceof Long || key instanceof Character)) {
            return -1;
        }
        guard.lock();
        try {
            Integer number = mapKeys.get(key);
            if (number == null) {
                number = mapKeys.size();
                mapKeys.put(key, number);
            }
            return number;
        } finally {
            guard.unlock();
        }
    }

    // ---- parts ---------------------------------------------------------------------------------------------------

    LockTable locks() {
        return locks;
    }

    Monitors monitors() {
        return monitors;
    }

    Disturbance disturbance() {
        return disturbance;
    }

    EventLog eventLog() {
        return log;
    }

    /** Something has happened, so that this is not a standstill. */
    void count() {
        events++;
    }

    void countFalseWake() {
        falseWakes++;
    }

    /** Somebody is about to wait for a lock: are they all in a circle? */
    void lookForCircle(ThreadState thread) {
        if (circle.isEmpty()) {
            circle = locks.circleThrough(thread);
        }
    }

    // ---- what was seen -------------------------------------------------------------------------------------------

    /**
     * Tells of accesses that nothing orders.
     *
     * @return each variable once; empty if there were so many threads or objects that not all could be watched
     */
    public List<Conflict> conflicts() {
        guard.lock();
        try {
            return incomplete ? List.of() : List.copyOf(conflicts);
        } finally {
            guard.unlock();
        }
    }

    /**
     * Tells whether there were so many threads that not all could be watched.
     *
     * @return whether races may have been missed for that reason
     */
    public boolean isIncomplete() {
        return incomplete || known >= MOST_VARIABLES;
    }

    /**
     * Tells of threads that each want a lock which the next one of them holds.
     *
     * @return them, if they wait for each other still; else none
     */
    public List<Waiting> circle() {
        List<Waiting> seen = circle;
        if (seen.isEmpty()) {
            return seen;
        }
        List<Waiting> now = locks.circleThrough(of(seen.getFirst().thread()));
        if (now.isEmpty()) {
            circle = now;
        }
        return now;
    }

    /**
     * Tells whether locks were taken in one order here and in another there.
     *
     * @return whether a deadlock is worth trying for
     */
    public boolean hasCircularLockOrder() {
        return locks.hasCircularOrder();
    }

    /**
     * Counts what has happened.
     *
     * @return a number that changes when something happens
     */
    public int events() {
        return events;
    }

    /**
     * Counts how often a wait returned for no reason.
     *
     * @return how often, in all threads
     */
    public int falseWakes() {
        return falseWakes;
    }

    /**
     * Lists what was done where threads can be torn apart.
     *
     * @return the first few thousand events, in order
     */
    public List<Event> log() {
        return log.all();
    }

    /**
     * Lists the threads that took part, other than the grader's.
     *
     * @return them, whether they are alive or not
     */
    public List<Thread> threads() {
        guard.lock();
        try {
            List<Thread> found = new ArrayList<>();
            for (ThreadState state : allThreads) {
                if (!state.graders) {
                    found.add(state.thread);
                }
            }
            return found;
        } finally {
            guard.unlock();
        }
    }
}
