package twostoves.checks.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import twostoves.simulation.Simulation;

/**
 * The one thread of a window, which is the caller of the run: it takes events from a queue, one after another.
 *
 * <p>Made and run by that thread. As an {@link Executor} it may be used by any.
 */
final class UiThread implements Executor {

    /** Ends the loop. */
    private static final Runnable END = () -> {};

    /**
     * An event that took time.
     *
     * @param what what it was
     * @param start when it began, in virtual nanoseconds
     * @param end when it was over
     */
    record Held(String what, long start, long end) {}

    private final Simulation simulation;
    private final Function<Thread, Duration> slowness;
    private final Thread thread = Thread.currentThread();
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final SortedMap<Duration, List<Runnable>> script = new TreeMap<>();
    private final List<Held> held = new ArrayList<>();

    /**
     * Creates the thread of a window.
     *
     * @param slowness how long a thread is held up on its way to the queue
     */
    UiThread(Simulation simulation, Function<Thread, Duration> slowness) {
        this.simulation = simulation;
        this.slowness = slowness;
    }

    /** Has something happen at an instant, before {@link #run}. */
    void at(Duration instant, Runnable event) {
        script.computeIfAbsent(instant, first -> new ArrayList<>()).add(event);
    }

    /** Takes events until the script is over and all that was handed in by then is done. */
    void run(Duration end) throws InterruptedException {
        // a timer strikes when everybody waits: what the last events have brought about is in the queue by then
        at(end, () -> simulation.after(Duration.ZERO, () -> queue.add(END)));
        script.forEach((instant, events) -> simulation.after(instant, () -> queue.addAll(events)));
        for (Runnable event = queue.take(); event != END; event = queue.take()) {
            event.run();
        }
    }

    /** Does something that is to take no time, and notes if it does. */
    void measure(String what, Runnable event) {
        long start = simulation.now();
        try {
            event.run();
        } finally {
            if (simulation.now() != start) {
                held.add(new Held(what, start, simulation.now()));
            }
        }
    }

    @Override
    public void execute(Runnable task) {
        Objects.requireNonNull(task);
        Duration delay = slowness.apply(Thread.currentThread());
        if (delay.isPositive() && !isCurrent()) {
            try {
                simulation.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        queue.add(() -> measure("a task that you gave to the UI executor", task));
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    List<Held> held() {
        return held;
    }
}
