package twostoves.racewatch;

import java.util.ArrayList;
import java.util.List;

/** Holds threads up, according to the plan of a run. */
final class Disturbance {

    private static final int MOST_PAUSES = 12;
    private static final int MOST_PAUSES_OF_ALL = 80;
    private static final int MOST_HOLDS_BEFORE_LOCKS = 2;
    /** As long as a thread is held up between two looks at whether it may go on. */
    static final int STEP_NANOS = 200_000;

    private static final int SHORT_NANOS = 60_000;
    private static final int MEDIUM_NANOS = 300_000;
    private static final int LONG_NANOS = 900_000;

    /** How many steps a thread is held at the target at the most: not a time, so that it is longer on a busy machine. */
    private static final int STEPS_AT_TARGET = 25;

    private static final int STEPS_BEFORE_LOCK = 60;
    private static final int STEPS_AFTER_START = 25;
    private static final int MOST_HOLDS_AFTER_START = 4;

    private final Plan plan;
    private final Site target;

    /** Whether no place is known yet where threads meet: one worker may have done it all. */
    private final boolean explores;

    /** How many threads are let pass before one is held. */
    private int toSkip;

    private volatile int pauses;
    private volatile ThreadState held;
    private volatile boolean passed;

    Disturbance(Plan plan) {
        List<Site> contended = Sites.contended();
        this.plan = plan;
        this.explores = contended.isEmpty() || plan.wakesFalsely();
        if (plan.target() < 0 || contended.isEmpty()) {
            this.target = null;
            return;
        }
        // two of three times where the thread keeps nobody out: held inside a lock, it can be passed by fewer
        List<Site> outside = new ArrayList<>();
        for (Site site : contended) {
            if (site.isOutside()) {
                outside.add(site);
            }
        }
        boolean everywhere = outside.isEmpty() || plan.target() % 3 == 2;
        List<Site> sites = everywhere ? contended : outside;
        int turn = everywhere ? plan.target() / 3 : plan.target() - plan.target() / 3;
        this.target = sites.get(turn % sites.size());
        this.toSkip = turn / sites.size() % 2;
    }

    boolean wakesFalsely() {
        return plan.disturbs() && plan.wakesFalsely();
    }

    boolean disturbs() {
        return plan.disturbs();
    }

    /** A thread is about to do something that another may do, too. */
    void at(ThreadState thread, Site site) {
        if (!plan.disturbs()) {
            return;
        }
        if (plan.holdsBeforeLocks() || plan.childrenFirst()) {
            return;
        }
        if (target != null) {
            holdAtTarget(thread, site);
        } else if (!site.isContended()) {
            if (explores && mayPause(thread, 4) && thread.draw(4) == 0) {
                countPause(thread);
                pause(thread, LONG_NANOS);
            }
        } else if (mayPause(thread, MOST_PAUSES) && thread.draw(8) < 3) {
            countPause(thread);
            pauseSomewhat(thread);
        }
    }

    private boolean mayPause(ThreadState thread, int most) {
        return thread.pauses < most && pauses < MOST_PAUSES_OF_ALL;
    }

    private void countPause(ThreadState thread) {
        thread.pauses++;
        pauses++;
    }

    private void holdAtTarget(ThreadState thread, Site site) {
        if (site != target) {
            return;
        }
        if (held == null) {
            if (toSkip > 0) {
                toSkip--;
                return;
            }
            held = thread;
            for (int i = 0; i < STEPS_AT_TARGET && !passed; i++) {
                pause(thread, STEP_NANOS);
            }
            pause(thread, STEP_NANOS);
        } else if (held != thread) {
            passed = true;
        }
    }

    /** A thread has started another. */
    void afterStart(ThreadState thread, Thread child) {
        if (!plan.childrenFirst() || !mayPause(thread, MOST_HOLDS_AFTER_START)) {
            return;
        }
        countPause(thread);
        thread.mute();
        try {
            for (int i = 0; i < STEPS_AFTER_START && isOnItsWay(child); i++) {
                pause(thread, STEP_NANOS);
            }
        } finally {
            thread.unmute();
        }
    }

    private static boolean isOnItsWay(Thread child) {
        Thread.State state = child.getState();
        return state == Thread.State.NEW || state == Thread.State.RUNNABLE;
    }

    private void pauseSomewhat(ThreadState thread) {
        switch (thread.draw(4)) {
            case 0 -> Thread.yield();
            case 1 -> pause(thread, SHORT_NANOS);
            case 2 -> pause(thread, MEDIUM_NANOS);
            default -> pause(thread, LONG_NANOS);
        }
    }

    /** A thread that holds a lock is about to take another. */
    void beforeSecondLock(ThreadState thread, LockTable locks, LockTable.LockState wanted) {
        if (!plan.disturbs() || !mayPause(thread, plan.holdsBeforeLocks() ? MOST_HOLDS_BEFORE_LOCKS : MOST_PAUSES)) {
            return;
        }
        countPause(thread);
        if (plan.holdsBeforeLocks()) {
            for (int i = 0; i < STEPS_BEFORE_LOCK && !locks.isTaken(wanted); i++) {
                pause(thread, STEP_NANOS);
            }
        } else {
            pause(thread, thread.draw(2) == 0 ? STEP_NANOS : LONG_NANOS);
        }
    }

    /** Holds a thread up for so long, unseen. */
    static void pause(ThreadState thread, int nanos) {
        thread.mute();
        try {
            Thread.sleep(0, nanos);
        } catch (InterruptedException e) {
            thread.thread.interrupt();
        } finally {
            thread.unmute();
        }
    }
}
