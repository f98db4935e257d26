package twostoves.weaving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A {@link Timer} that goes by the virtual clock. One thread runs all its tasks, and a task that throws ends it, as the JDK
 * has it.
 */
@SuppressWarnings("this-escape") // as in the JDK's own
public class VirtualTimer extends Timer {

    private static final AtomicInteger SERIAL_NUMBER = new AtomicInteger();

    private final Object lock = new Object();

    // guarded by the lock
    private final List<VirtualTimerTask> tasks = new ArrayList<>();
    private boolean ended;

    /** {@link Timer#Timer()}. */
    public VirtualTimer() {
        this(false);
    }

    /** {@link Timer#Timer(boolean)}. */
    public VirtualTimer(boolean isDaemon) {
        this("Timer-" + SERIAL_NUMBER.getAndIncrement(), isDaemon);
    }

    /** {@link Timer#Timer(String)}. */
    public VirtualTimer(String name) {
        this(name, false);
    }

    /** {@link Timer#Timer(String, boolean)}. */
    public VirtualTimer(String name, boolean isDaemon) {
        super(name, isDaemon);
        super.cancel(); // its own thread would wait in real time
        Thread.ofPlatform().name(name).daemon(isDaemon).start(this::runTasks);
    }

    private void runTasks() {
        try {
            while (true) {
                VirtualTimerTask task = awaitDue();
                if (task == null) {
                    return;
                }
                task.run();
            }
        } finally {
            cancel();
        }
    }

    /** Waits for the next task, without heed of interrupts; null if the timer has ended. */
    private VirtualTimerTask awaitDue() {
        synchronized (lock) {
            while (!ended && !Hooks.simulation().isOver()) {
                tasks.removeIf(VirtualTimerTask::isCancelled);
                long now = Clocks.currentTimeMillis();
                VirtualTimerTask first = tasks.stream()
                        .min(Comparator.comparingLong(VirtualTimerTask::due))
                        .orElse(null);
                if (first != null && first.due() <= now) {
                    tasks.remove(first);
                    if (first.advance(now)) {
                        tasks.add(first);
                    }
                    return first;
                }
                try {
                    Waits.wait(lock, first == null ? 0 : first.due() - now);
                } catch (InterruptedException ignored) {
                    // the JDK's timer does not hear it either
                }
            }
            return null;
        }
    }

    private void add(TimerTask task, long time, long period) {
        VirtualTimerTask added = (VirtualTimerTask) task;
        if (time < 0) {
            throw new IllegalArgumentException("Illegal execution time.");
        }
        synchronized (lock) {
            if (ended) {
                throw new IllegalStateException("Timer already cancelled.");
            }
            added.schedule(time, period);
            tasks.add(added);
            lock.notify();
        }
    }

    private static long in(long delay) {
        if (delay < 0) {
            throw new IllegalArgumentException("Negative delay.");
        }
        return Clocks.currentTimeMillis() + delay;
    }

    private static long positive(long period) {
        if (period <= 0) {
            throw new IllegalArgumentException("Non-positive period.");
        }
        return period;
    }

    @Override
    public void schedule(TimerTask task, long delay) {
        add(task, in(delay), 0);
    }

    @Override
    public void schedule(TimerTask task, Date time) {
        add(task, time.getTime(), 0);
    }

    @Override
    public void schedule(TimerTask task, long delay, long period) {
        add(task, in(delay), -positive(period));
    }

    @Override
    public void schedule(TimerTask task, Date firstTime, long period) {
        add(task, firstTime.getTime(), -positive(period));
    }

    @Override
    public void scheduleAtFixedRate(TimerTask task, long delay, long period) {
        add(task, in(delay), positive(period));
    }

    @Override
    public void scheduleAtFixedRate(TimerTask task, Date firstTime, long period) {
        add(task, firstTime.getTime(), positive(period));
    }

    @Override
    public void cancel() {
        synchronized (lock) {
            tasks.clear();
            ended = true;
            lock.notify();
        }
    }

    @Override
    public int purge() {
        synchronized (lock) {
            int before = tasks.size();
            tasks.removeIf(VirtualTimerTask::isCancelled);
            return before - tasks.size();
        }
    }
}
