package twostoves.weaving;

import java.util.TimerTask;

/** A {@link TimerTask} whose times are virtual; what the learner's own task classes descend from once they are woven. */
public abstract class VirtualTimerTask extends TimerTask {

    enum State {
        NEW,
        SCHEDULED,
        EXECUTED,
        CANCELLED
    }

    private final Object lock = new Object();

    // guarded by the lock
    private State state = State.NEW;
    private long due;
    private long period;

    /** {@link TimerTask#TimerTask()}. */
    protected VirtualTimerTask() {}

    /**
     * Takes its place in a timetable.
     *
     * @param time when it is due, in milliseconds of the virtual clock
     * @param every milliseconds between runs: positive from due time to due time, negative from run to run, 0 for one run
     */
    final void schedule(long time, long every) {
        synchronized (lock) {
            if (state != State.NEW) {
                throw new IllegalStateException("Task already scheduled or cancelled");
            }
            state = State.SCHEDULED;
            due = time;
            period = every;
        }
    }

    final long due() {
        synchronized (lock) {
            return due;
        }
    }

    final boolean isCancelled() {
        synchronized (lock) {
            return state == State.CANCELLED;
        }
    }

    /**
     * Begins a run.
     *
     * @return whether there is a next one
     */
    final boolean advance(long now) {
        synchronized (lock) {
            if (period == 0) {
                state = State.EXECUTED;
            } else {
                due = period < 0 ? now - period : due + period;
            }
            return period != 0;
        }
    }

    @Override
    public boolean cancel() {
        synchronized (lock) {
            boolean prevents = state == State.SCHEDULED;
            state = State.CANCELLED;
            return prevents;
        }
    }

    @Override
    public long scheduledExecutionTime() {
        synchronized (lock) {
            return period < 0 ? due + period : due - period;
        }
    }
}
