package twostoves.racewatch;

import java.util.ArrayList;
import java.util.List;

/**
 * Waits and notifications of the learner's, of which the language leaves open whom they wake: a wait may return for no
 * reason (JLS 17.2.1), and {@code notify} may wake any waiter (JLS 17.2.2).
 *
 * <p>A {@code notify} picks its waiter here and wakes all; those that were not picked wait on. The lists of waiters are
 * guarded by the monitor itself, which waiting and notifying threads hold.
 */
final class Monitors {

    private static final int MOST_FALSE_WAKES = 3;

    private final Recording recording;
    private final IdentityTable<Waiters> waiters = new IdentityTable<>(6);

    Monitors(Recording recording) {
        this.recording = recording;
    }

    private static final class Waiters extends IdentityTable.Entry {
        final List<Waiter> all = new ArrayList<>();
        int notifications;

        Waiters(Object monitor) {
            super(monitor, 0);
        }
    }

    private static final class Waiter {
        final Site site;
        boolean notified;

        Waiter(Site site) {
            this.site = site;
        }
    }

    private Waiters of(Object monitor) {
        Waiters known = waiters.find(monitor, 0);
        return known != null ? known : waiters.findOrAdd(new Waiters(monitor));
    }

    /** {@link Object#wait(long)} of a thread that holds the monitor. */
    void await(ThreadState thread, Object monitor, long millis, Site site) throws InterruptedException {
        recording.count();
        recording.eventLog().add(thread, monitor, site, false, null);
        recording.release(thread, monitor, 0);
        LockTable.LockState lock = recording.locks().of(monitor);
        int held = recording.locks().releaseAll(thread, lock);
        try {
            if (!wakesFalsely(thread)) {
                awaitTurn(thread, monitor, millis, site);
            } else if (thread.draw(3) == 0) {
                waitMuted(thread, monitor, 1);
            }
            // or else it has waited for no time at all, before anybody else came in
        } finally {
            recording.locks().take(thread, lock, held, site);
            recording.acquire(thread, monitor, 0);
            recording.count();
        }
    }

    private boolean wakesFalsely(ThreadState thread) {
        boolean wakes = recording.disturbance().wakesFalsely()
                && !thread.thread.isInterrupted()
                && thread.falseWakes < MOST_FALSE_WAKES
                && thread.draw(4) > 0;
        if (wakes) {
            thread.falseWakes++;
            recording.countFalseWake();
        }
        return wakes;
    }

    /** The same for a wait of another kind, which then is to end soon by itself. */
    boolean isToWakeFalsely(ThreadState thread) {
        return wakesFalsely(thread);
    }

    private void awaitTurn(ThreadState thread, Object monitor, long millis, Site site) throws InterruptedException {
        Waiters all = of(monitor);
        Waiter waiter = new Waiter(site);
        all.all.add(waiter);
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            int seen;
            do {
                seen = all.notifications;
                long left = millis == 0 ? 0 : (end - System.nanoTime() + 999_999) / 1_000_000;
                if (millis != 0 && left <= 0) {
                    return;
                }
                waitMuted(thread, monitor, left);
                // a wake without a notification of ours comes from the VM: as good as one for everybody
            } while (!waiter.notified && all.notifications != seen);
        } catch (InterruptedException interrupted) {
            if (!waiter.notified) {
                throw interrupted;
            }
            // it has been notified, and a notification must not get lost: so the interrupt came just after that
            thread.thread.interrupt();
        } finally {
            all.all.remove(waiter);
        }
    }

    private static void waitMuted(ThreadState thread, Object monitor, long millis) throws InterruptedException {
        thread.mute();
        try {
            monitor.wait(millis);
        } finally {
            thread.unmute();
        }
    }

    /** {@link Object#notify()} of a thread that holds the monitor. */
    void wakeOne(ThreadState thread, Object monitor, Site site) {
        recording.count();
        recording.eventLog().add(thread, monitor, site, false, null);
        Waiters known = waiters.find(monitor, 0);
        if (known != null) {
            Waiter picked = pick(thread, known.all, site);
            if (picked != null) {
                picked.notified = true;
                known.notifications++;
            }
        }
        monitor.notifyAll();
    }

    /** Mostly one that waits in the same method: it is the least likely to be helped by what was just done. */
    private Waiter pick(ThreadState thread, List<Waiter> all, Site site) {
        List<Waiter> candidates = new ArrayList<>();
        List<Waiter> useless = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Waiter waiter = all.get(i);
            if (!waiter.notified) {
                candidates.add(waiter);
                if (waiter.site.method().equals(site.method())) {
                    useless.add(waiter);
                }
            }
        }
        if (candidates.isEmpty()) {
            return null;
        }
        if (!recording.disturbance().disturbs()) {
            return candidates.getFirst();
        }
        List<Waiter> from = !useless.isEmpty() && thread.draw(3) > 0 ? useless : candidates;
        return from.get(thread.draw(from.size()));
    }

    /** {@link Object#notifyAll()} of a thread that holds the monitor. */
    void wakeAll(ThreadState thread, Object monitor, Site site) {
        recording.count();
        recording.eventLog().add(thread, monitor, site, false, null);
        Waiters known = waiters.find(monitor, 0);
        if (known != null) {
            for (int i = 0; i < known.all.size(); i++) {
                known.all.get(i).notified = true;
            }
            known.notifications++;
        }
        monitor.notifyAll();
    }
}
