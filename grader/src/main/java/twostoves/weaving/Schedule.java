package twostoves.weaving;

import java.util.concurrent.atomic.AtomicLong;
import twostoves.simulation.Simulation;

/** When a task is due, in virtual time, and when again. Used by one thread after another. */
final class Schedule implements Comparable<Schedule> {

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final long number = SEQUENCE.getAndIncrement();
    private final long period;
    private final boolean fixedRate;
    private volatile long due;
    private volatile Simulation.Timer timer;

    /**
     * Creates a schedule.
     *
     * @param delay nanoseconds until the task is due first; at once unless positive
     * @param period nanoseconds between one time and the next, 0 if there is no next
     * @param fixedRate whether the period runs from due time to due time, rather than from the end of a run
     */
    Schedule(long delay, long period, boolean fixedRate) {
        this.period = period;
        this.fixedRate = fixedRate;
        this.due = later(Clocks.nanoTime(), Math.max(delay, 0));
    }

    boolean isPeriodic() {
        return period != 0;
    }

    /** Nanoseconds until the task is due; not positive if it is. */
    long remaining() {
        return due - Clocks.nanoTime();
    }

    /** Moves on to the next time, at the end of a run. */
    void advance() {
        due = later(fixedRate ? due : Clocks.nanoTime(), period);
    }

    /** Has something happen when the task is due, unless it is due by now. */
    void armUnlessDue(Runnable whenDue) {
        if (remaining() > 0) {
            timer = Timers.after(remaining(), whenDue);
        }
    }

    /** Has something happen when the task is due. */
    void arm(Runnable whenDue) {
        timer = Timers.after(remaining(), whenDue);
    }

    void disarm() {
        Simulation.Timer armed = timer;
        if (armed != null) {
            armed.cancel();
        }
    }

    private static long later(long time, long nanos) {
        return nanos > Long.MAX_VALUE - time ? Long.MAX_VALUE : time + nanos;
    }

    @Override
    public int compareTo(Schedule other) {
        int byTime = Long.compare(due, other.due);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
}
