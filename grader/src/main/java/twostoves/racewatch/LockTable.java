package twostoves.racewatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who holds which lock of the learner's, and who wants which. Safe for use by several threads. */
final class LockTable {

    private static final int MOST_PAIRS = 1000;
    private static final int MOST_IN_CIRCLE = 100;

    private final SpinLock guard = new SpinLock();
    private final IdentityTable<LockState> locks = new IdentityTable<>(10);

    /** For each lock, those that somebody has wanted while holding it. */
    private final Map<LockState, Set<LockState>> wantedUnder = new HashMap<>();

    private int pairs;

    /** What is known of one lock. */
    static final class LockState extends IdentityTable.Entry {
        private ThreadState owner;
        private int count;

        LockState(Object lock) {
            super(lock, 0);
        }
    }

    /** One taking of a lock. */
    static final class Held {
        final LockState lock;
        final Site site;

        Held(LockState lock, Site site) {
            this.lock = lock;
            this.site = site;
        }
    }

    LockState of(Object lock) {
        LockState known = locks.find(lock, 0);
        return known != null ? known : locks.findOrAdd(new LockState(lock));
    }

    boolean isTaken(LockState lock) {
        guard.lock();
        try {
            return lock.owner != null;
        } finally {
            guard.unlock();
        }
    }

    boolean holdsAny(ThreadState thread) {
        guard.lock();
        try {
            return !thread.held.isEmpty();
        } finally {
            guard.unlock();
        }
    }

    /** A thread is going to wait for a lock if it is not free. */
    void want(ThreadState thread, LockState lock, Site site) {
        guard.lock();
        try {
            thread.wanted = lock;
            thread.wantedAt = site;
            for (int i = 0; i < thread.held.size(); i++) {
                notePair(thread.held.get(i).lock, lock);
            }
        } finally {
            guard.unlock();
        }
    }

    private void notePair(LockState first, LockState second) {
        if (first != second && pairs < MOST_PAIRS) {
            Set<LockState> seconds = wantedUnder.get(first);
            if (seconds == null) {
                seconds = new HashSet<>();
                wantedUnder.put(first, seconds);
            }
            if (seconds.add(second)) {
                pairs++;
            }
        }
    }

    /** It no longer wants what it wanted, whether it has it or not. */
    void wantNothing(ThreadState thread) {
        guard.lock();
        try {
            thread.wanted = null;
        } finally {
            guard.unlock();
        }
    }

    /** It has the lock now, {@code times} times over. */
    void take(ThreadState thread, LockState lock, int times, Site site) {
        guard.lock();
        try {
            thread.wanted = null;
            lock.count = lock.owner == thread ? lock.count + times : times;
            lock.owner = thread;
            for (int i = 0; i < times; i++) {
                thread.held.add(new Held(lock, site));
            }
        } finally {
            guard.unlock();
        }
    }

    /** It gives the lock back once. */
    void release(ThreadState thread, LockState lock) {
        giveBack(thread, lock, 1);
    }

    /** It gives the lock back for as long as it waits, and is told how often it held it. */
    int releaseAll(ThreadState thread, LockState lock) {
        return giveBack(thread, lock, Integer.MAX_VALUE);
    }

    private int giveBack(ThreadState thread, LockState lock, int most) {
        guard.lock();
        try {
            int removed = 0;
            for (int i = thread.held.size() - 1; i >= 0 && removed < most; i--) {
                if (thread.held.get(i).lock == lock) {
                    thread.held.remove(i);
                    removed++;
                }
            }
            if (lock.owner == thread) {
                lock.count -= removed;
                if (lock.count <= 0) {
                    lock.owner = null;
                }
            }
            return removed;
        } finally {
            guard.unlock();
        }
    }

    /** Whether somebody has wanted locks in one order and somebody in another: not a deadlock yet, but worth a try. */
    boolean hasCircularOrder() {
        guard.lock();
        try {
            for (LockState lock : wantedUnder.keySet()) {
                if (reaches(lock, lock, new HashSet<>())) {
                    return true;
                }
            }
            return false;
        } finally {
            guard.unlock();
        }
    }

    private boolean reaches(LockState from, LockState goal, Set<LockState> seen) {
        Set<LockState> seconds = wantedUnder.get(from);
        if (seconds != null) {
            for (LockState second : seconds) {
                if (second == goal || seen.add(second) && reaches(second, goal, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A circle of threads each of which holds a lock that the one before it wants, beginning with this one; or none. */
    List<Waiting> circleThrough(ThreadState thread) {
        guard.lock();
        try {
            List<ThreadState> circle = new ArrayList<>();
            ThreadState at = thread;
            while (at != null && at.wanted != null && at.wanted.owner != at && circle.size() < MOST_IN_CIRCLE) {
                circle.add(at);
                at = at.wanted.owner;
                if (at == thread) {
                    return told(circle);
                }
            }
            return List.of();
        } finally {
            guard.unlock();
        }
    }

    private static List<Waiting> told(List<ThreadState> circle) {
        List<Waiting> told = new ArrayList<>();
        LockState held = circle.getLast().wanted;
        for (int i = 0; i < circle.size(); i++) {
            ThreadState thread = circle.get(i);
            told.add(new Waiting(
                    thread.thread, thread.name(), held.key, takenAt(thread, held), thread.wanted.key, thread.wantedAt));
            held = thread.wanted;
        }
        return told;
    }

    private static Site takenAt(ThreadState thread, LockState lock) {
        for (int i = 0; i < thread.held.size(); i++) {
            if (thread.held.get(i).lock == lock) {
                return thread.held.get(i).site;
            }
        }
        return thread.wantedAt;
    }
}
