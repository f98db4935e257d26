package twostoves.checks.choosing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.evidence.Span;
import twostoves.kit.Approach;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.Simulation;

/** Does a workload in one of the four ways: with real threads, in virtual time, on simulated cores. Good for one run. */
final class Machine {

    /** Longer than any computation, so that each is done at a stretch. */
    private static final Duration AT_A_STRETCH = Duration.ofDays(1);

    /** Stands in the timeline before the tasks, which are numbered from 0. */
    private static final long STARTING = -1;

    private final Approach approach;
    private final Workload work;
    private final int workers;
    private final Simulation world;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    private Machine(Approach approach, Workload work, int cores) {
        this.approach = approach;
        this.work = work;
        this.workers = Math.min(cores, work.tasks());
        int usable = approach == Approach.CONCURRENT ? 1 : cores;
        this.world = new Simulation(Settings.STANDARD.cores(usable).quantum(AT_A_STRETCH));
    }

    /**
     * Does it.
     *
     * @param approach in which way
     * @param work what is to be done
     * @param cores how many cores there are
     * @return what was seen
     */
    static Outcome run(Approach approach, Workload work, int cores) {
        return new Machine(approach, work, cores).run();
    }

    private Outcome run() {
        Run<Void> run = world.run(() -> {
            threads.add(Thread.currentThread());
            switch (approach) {
                case SEQUENTIAL -> sequentially();
                case CONCURRENT -> concurrently();
                case PARALLEL -> inParallel();
                case BOTH -> inBothWays();
            }
            return null;
        });
        if (run.end() != Run.End.RETURNED) {
            throw new IllegalStateException(
                    approach + " for " + work + " ended otherwise: " + run.end(),
                    run.failure().orElse(null));
        }
        long virtual = threads.stream().filter(Thread::isVirtual).count();
        return new Outcome(approach, run.timeline(), threads.size() - virtual, virtual);
    }

    private void sequentially() throws InterruptedException {
        for (int task = 0; task < work.tasks(); task++) {
            await(task);
            compute(task);
        }
    }

    private void concurrently() {
        start(Approach.VIRTUAL_THREAD_START, work.tasks());
        try (ExecutorService perTask = Executors.newVirtualThreadPerTaskExecutor()) {
            hand(perTask, task -> {
                await(task);
                compute(task);
            });
        }
    }

    private void inParallel() {
        start(Approach.PLATFORM_THREAD_START, workers);
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            hand(pool, task -> {
                await(task);
                compute(task);
            });
        }
    }

    private void inBothWays() {
        start(Approach.PLATFORM_THREAD_START, workers);
        start(Approach.VIRTUAL_THREAD_START, work.tasks());
        try (ExecutorService pool = Executors.newFixedThreadPool(workers);
                ExecutorService perTask = Executors.newVirtualThreadPerTaskExecutor()) {
            hand(perTask, task -> {
                await(task);
                pool.submit(() -> compute(task)).get();
            });
        }
    }

    /** What is done for one task, given its number. */
    @FunctionalInterface
    private interface Doing {
        void accept(int task) throws Exception;
    }

    /** Hands over all tasks, each of which waits for the one before if it needs it. */
    private void hand(ExecutorService executor, Doing doing) {
        List<Future<Void>> handed = new ArrayList<>();
        for (int task = 0; task < work.tasks(); task++) {
            int number = task;
            Callable<Void> whole = work.dependence() == Dependence.NONE || task == 0
                    ? () -> {
                        doing.accept(number);
                        return null;
                    }
                    : after(handed.getLast(), number, doing);
            handed.add(executor.submit(whole));
        }
    }

    private static Callable<Void> after(Future<Void> before, int task, Doing doing) {
        return () -> {
            before.get();
            doing.accept(task);
            return null;
        };
    }

    private void start(Duration each, int threads) {
        world.compute("starting threads", STARTING, each.multipliedBy(threads));
    }

    private void await(int task) throws InterruptedException {
        threads.add(Thread.currentThread());
        if (work.waiting().isPositive()) {
            world.awaitAnswer("task " + task, task, work.waiting(), Span.Ending.COMPLETED);
        }
    }

    private void compute(int task) {
        threads.add(Thread.currentThread());
        world.compute("task " + task, task, work.computing());
    }
}
