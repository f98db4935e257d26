package twostoves.checks.concurrency;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import twostoves.simulation.Simulation;

/** A job that notes each of its runs. It cannot be interrupted, and swallows an interrupt that comes meanwhile. */
final class WatchedJob implements Runnable {

    /**
     * What the runs of a job are like, by their number, from 1.
     *
     * @param length how long a run takes; positive
     * @param fails whether a run throws at its end
     */
    record Plan(IntFunction<Duration> length, IntPredicate fails) {

        static Plan of(IntFunction<Duration> length) {
            return new Plan(length, number -> false);
        }

        Plan failing(IntPredicate numbers) {
            return new Plan(length, numbers);
        }
    }

    /** A run, in virtual nanoseconds. */
    record Begun(long at, long end, Thread thread) {}

    private final Simulation simulation;
    private final Plan plan;
    private final AtomicInteger count = new AtomicInteger();
    private final Queue<Begun> runs = new ConcurrentLinkedQueue<>();

    WatchedJob(Simulation simulation, Plan plan) {
        this.simulation = simulation;
        this.plan = plan;
    }

    @Override
    public void run() {
        if (simulation.isOver()) {
            return; // a pool that is shut down after the run
        }
        int number = count.incrementAndGet();
        long now = simulation.now();
        Duration length = plan.length().apply(number);
        runs.add(new Begun(now, now + length.toNanos(), Thread.currentThread()));
        simulation.compute("run " + number, number, length);
        Thread.interrupted();
        if (plan.fails().test(number)) {
            throw new IllegalStateException("run " + number + " fails, as it should");
        }
    }

    /** Lists the runs that have begun, in that order. */
    List<Begun> runs() {
        return List.copyOf(runs);
    }
}
