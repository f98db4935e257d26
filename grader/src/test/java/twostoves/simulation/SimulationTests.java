package twostoves.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static twostoves.evidence.TimelineAssert.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twostoves.choosing.FireAndForget;
import twostoves.evidence.Frame;
import twostoves.evidence.Span;
import twostoves.evidence.Span.Ending;
import twostoves.evidence.Stall;
import twostoves.evidence.ThreadIdentity;
import twostoves.kit.RemoteApi;

@DisplayName("A simulation")
class SimulationTests {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);
    private static final Duration NINE_SECONDS = Duration.ofSeconds(9);
    private static final List<String> THREE_PATHS = List.of("/0", "/1", "/2");
    private static final ThreadFactory PLATFORM = Thread.ofPlatform().factory();
    private static final ThreadFactory VIRTUAL = Thread.ofVirtual().factory();

    /** What a thread is to do, told apart by its index. */
    @FunctionalInterface
    private interface Task {
        void run(int index) throws InterruptedException, IOException;
    }

    /** The ways in which Java runs three requests at once. */
    enum Way {
        PLATFORM_THREADS {
            @Override
            void fetch(RemoteApi api, List<String> paths) throws Exception {
                onThreads(PLATFORM, paths.size(), index -> api.get(paths.get(index)));
            }
        },
        VIRTUAL_THREADS {
            @Override
            void fetch(RemoteApi api, List<String> paths) throws Exception {
                onThreads(VIRTUAL, paths.size(), index -> api.get(paths.get(index)));
            }
        },
        FIXED_POOL {
            @Override
            void fetch(RemoteApi api, List<String> paths) throws Exception {
                submitAll(Executors.newFixedThreadPool(paths.size()), api, paths);
            }
        },
        CACHED_POOL {
            @Override
            void fetch(RemoteApi api, List<String> paths) throws Exception {
                submitAll(Executors.newCachedThreadPool(), api, paths);
            }
        },
        SCHEDULED_POOL {
            @Override
            void fetch(RemoteApi api, List<String> paths) throws Exception {
                submitAll(Executors.newScheduledThreadPool(paths.size()), api, paths);
            }
        },
        VIRTUAL_EXECUTOR {
            @Override
            void fetch(RemoteApi api, List<String> paths) throws Exception {
                submitAll(Executors.newVirtualThreadPerTaskExecutor(), api, paths);
            }
        },
        OWN_FORK_JOIN_POOL {
            @Override
            void fetch(RemoteApi api, List<String> paths) throws Exception {
                submitAll(new ForkJoinPool(paths.size()), api, paths);
            }
        },
        INVOKE_ALL {
            @Override
            void fetch(RemoteApi api, List<String> paths) throws Exception {
                try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                    executor.invokeAll(tasks(api, paths));
                }
            }
        },
        COMPLETABLE_FUTURES {
            @Override
            void fetch(RemoteApi api, List<String> paths) {
                try (ExecutorService executor = Executors.newCachedThreadPool()) {
                    paths.stream()
                            .map(path -> CompletableFuture.runAsync(() -> getUnchecked(api, path), executor))
                            .toList()
                            .forEach(CompletableFuture::join);
                }
            }
        },
        MAP_CONCURRENT {
            @Override
            void fetch(RemoteApi api, List<String> paths) {
                List<String> answers = paths.stream()
                        .gather(Gatherers.mapConcurrent(paths.size(), path -> getUnchecked(api, path)))
                        .toList();
                assertThat(answers).isEqualTo(paths);
            }
        },
        COMMON_POOL_MANAGED {
            @Override
            void fetch(RemoteApi api, List<String> paths) {
                paths.stream()
                        .map(path -> CompletableFuture.runAsync(() -> getManaged(api, path)))
                        .toList()
                        .forEach(CompletableFuture::join);
            }
        };

        abstract void fetch(RemoteApi api, List<String> paths) throws Exception;

        private static void submitAll(ExecutorService pool, RemoteApi api, List<String> paths) throws Exception {
            try (ExecutorService executor = pool) {
                List<Future<String>> futures =
                        tasks(api, paths).stream().map(executor::submit).toList();
                for (Future<String> future : futures) {
                    future.get();
                }
            }
        }

        private static List<Callable<String>> tasks(RemoteApi api, List<String> paths) {
            return paths.stream()
                    .map(path -> (Callable<String>) () -> api.get(path))
                    .toList();
        }

        private static String getUnchecked(RemoteApi api, String path) {
            try {
                return api.get(path);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Tells the common pool of the wait, so that it makes up for the thread however few it has. */
        private static void getManaged(RemoteApi api, String path) {
            try {
                ForkJoinPool.managedBlock(new ForkJoinPool.ManagedBlocker() {
                    private boolean done;

                    @Override
                    public boolean block() {
                        getUnchecked(api, path);
                        done = true;
                        return true;
                    }

                    @Override
                    public boolean isReleasable() {
                        return done;
                    }
                });
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static SimulatedApi api(Simulation simulation, List<String> paths, Duration latency) {
        Map<String, SimulatedApi.Reply> replies = new LinkedHashMap<>();
        paths.forEach(path -> replies.put(path, SimulatedApi.Reply.of(latency, path)));
        return new SimulatedApi(simulation, replies);
    }

    /** Starts a thread for each index, waits for all of them, and returns their number. */
    private static int onThreads(ThreadFactory factory, int count, Task task) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            threads.add(start(factory, task, index));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return count;
    }

    private static Thread start(ThreadFactory factory, Task task, int index) {
        Thread thread = factory.newThread(() -> {
            try {
                task.run(index);
            } catch (InterruptedException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private static Simulation portable(Settings settings) {
        return new Simulation(settings, PortableWitness::new, Watchdog.standard());
    }

    /** Three computations of 3 s each, each on a thread of its own. */
    private static Run<Integer> computeOnThreeThreads(Simulation simulation) {
        return simulation.run(() ->
                onThreads(PLATFORM, 3, index -> simulation.compute("T" + (index + 1), index, THREE_SECONDS)));
    }

    /** Three requests of 3 s each, each on a virtual thread of its own. */
    private static Run<Integer> fetchOnThreeThreads(Simulation simulation) {
        SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
        return simulation.run(() -> onThreads(VIRTUAL, 3, index -> api.get("/" + index)));
    }

    @Nested
    @DisplayName("of computing")
    class Computing {

        private final Settings oneCore = Settings.STANDARD.cores(1).quantum(SECOND);

        private List<Tuple> spans(Run<?> run) {
            return run.timeline().spans().stream()
                    .map(span -> tuple(
                            span.label(),
                            Duration.ofNanos(span.start()).toSeconds(),
                            Duration.ofNanos(span.end()).toSeconds(),
                            span.ending()))
                    .toList();
        }

        private Run<Integer> computeOneAfterAnother(Settings settings) {
            Simulation simulation = new Simulation(settings);
            return simulation.run(() -> {
                for (int index = 0; index < 3; index++) {
                    simulation.compute("T" + (index + 1), index, THREE_SECONDS);
                }
                return 3;
            });
        }

        @Test
        @DisplayName("takes 9 s for three times 3 s on one thread")
        void oneThread() {
            assertThat(computeOneAfterAnother(oneCore.quantum(THREE_SECONDS)).timeline())
                    .hasMakespan(NINE_SECONDS)
                    .isDoneBy(1)
                    .hasAtMostInFlight(1);
        }

        @Test
        @DisplayName("shows on one thread one span after another")
        void oneThreadSpans() {
            assertThat(spans(computeOneAfterAnother(oneCore.quantum(THREE_SECONDS))))
                    .containsExactly(
                            tuple("T1", 0L, 3L, Ending.COMPLETED),
                            tuple("T2", 3L, 6L, Ending.COMPLETED),
                            tuple("T3", 6L, 9L, Ending.COMPLETED));
        }

        @Test
        @DisplayName("takes no less time on one thread if there are three cores")
        void coresDoNotHelpOneThread() {
            assertThat(computeOneAfterAnother(oneCore.cores(3)).timeline()).hasMakespan(NINE_SECONDS);
        }

        @Test
        @DisplayName("takes 9 s for three times 3 s on three threads if there is one core")
        void threeThreadsOnOneCore() {
            assertThat(computeOnThreeThreads(new Simulation(oneCore)).timeline())
                    .hasMakespan(NINE_SECONDS)
                    .isDoneBy(3)
                    .hasAtMostInFlight(1);
        }

        @Test
        @DisplayName("shows three threads taking turns on one core, one quantum each")
        void takingTurns() {
            assertThat(spans(computeOnThreeThreads(new Simulation(oneCore))))
                    .containsExactly(
                            tuple("T1", 0L, 1L, Ending.PREEMPTED),
                            tuple("T2", 1L, 2L, Ending.PREEMPTED),
                            tuple("T3", 2L, 3L, Ending.PREEMPTED),
                            tuple("T1", 3L, 4L, Ending.PREEMPTED),
                            tuple("T2", 4L, 5L, Ending.PREEMPTED),
                            tuple("T3", 5L, 6L, Ending.PREEMPTED),
                            tuple("T1", 6L, 7L, Ending.COMPLETED),
                            tuple("T2", 7L, 8L, Ending.COMPLETED),
                            tuple("T3", 8L, 9L, Ending.COMPLETED));
        }

        @Test
        @DisplayName("takes 3 s for three times 3 s on three threads if there are three cores")
        void threeCores() {
            assertThat(computeOnThreeThreads(new Simulation(oneCore.cores(3))).timeline())
                    .hasMakespan(THREE_SECONDS)
                    .isDoneBy(3)
                    .hasAtMostInFlight(3)
                    .reachesInFlight(3);
        }

        @Test
        @DisplayName("takes the cost of each call of a simulated function")
        void function() {
            Simulation simulation = new Simulation(oneCore);
            SimulatedFunction square = new SimulatedFunction(simulation, number -> number * number);

            Run<Long> run =
                    simulation.run(() -> LongStream.range(0, 5).map(square).sum());

            assertThat(run.value()).contains(30L);
            assertThat(run.timeline()).hasMakespan(SimulatedFunction.COST.multipliedBy(5));
        }

        @Test
        @DisplayName(
                "takes 250 ms and as many steps for a million calls of a cheap function on four threads and four cores")
        void aMillionCheapCalls() {
            Run<Void> run = callCheapFunction(1_000_000, 4, 4);

            assertThat(run.timeline()).hasMakespan(Duration.ofMillis(250)).isDoneBy(4);
            assertThat(run.steps()).isEqualTo(250);
        }

        @Test
        @DisplayName("takes 40 ms for 40,000 calls of a cheap function on four threads and one core")
        void cheapCallsOnOneCore() {
            assertThat(callCheapFunction(40_000, 4, 1).timeline()).hasMakespan(Duration.ofMillis(40));
        }

        @Test
        @DisplayName("charges each thread for whole quanta of calls of a cheap function, and not for the rest")
        void cheapCallsThatMakeUpNoQuantum() {
            assertThat(callCheapFunction(5_999, 4, 4).timeline()).hasMakespan(Duration.ofMillis(1));
            assertThat(callCheapFunction(3_999, 4, 4).timeline()).hasMakespan(Duration.ofMillis(1));
            assertThat(callCheapFunction(3_996, 4, 4).timeline()).hasMakespan(Duration.ZERO);
        }

        private static Run<Void> callCheapFunction(int calls, int threads, int cores) {
            Simulation simulation = new Simulation(Settings.STANDARD.cores(cores));
            SimulatedFunction square = SimulatedFunction.cheap(simulation, number -> number * number);
            return simulation.run(() -> {
                onThreads(PLATFORM, threads, index -> {
                    for (int number = index; number < calls; number += threads) {
                        square.applyAsLong(number);
                    }
                });
                return null;
            });
        }
    }

    @Nested
    @DisplayName("of waiting")
    class Waiting {

        private Run<List<String>> fetchOneAfterAnother() {
            Simulation simulation = new Simulation(Settings.STANDARD.cores(1));
            SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
            return simulation.run(() -> {
                List<String> answers = new ArrayList<>();
                for (String path : THREE_PATHS) {
                    answers.add(api.get(path));
                }
                return answers;
            });
        }

        @Test
        @DisplayName("takes 9 s for three requests of 3 s one after another")
        void oneAfterAnother() {
            assertThat(fetchOneAfterAnother().timeline())
                    .hasMakespan(NINE_SECONDS)
                    .hasWork(NINE_SECONDS)
                    .isDoneBy(1)
                    .hasAtMostInFlight(1);
        }

        @Test
        @DisplayName("gives the answers")
        void answers() {
            assertThat(fetchOneAfterAnother().value()).contains(THREE_PATHS);
        }

        @Test
        @DisplayName("is done by the caller where there is nobody else")
        void byCaller() {
            assertThat(fetchOneAfterAnother().timeline().spans())
                    .extracting(span -> span.thread().kind())
                    .containsOnly(ThreadIdentity.Kind.CALLER);
        }

        @Test
        @DisplayName("takes 3 s for three requests of 3 s at once, on one core as well")
        void atOnce() {
            assertThat(fetchOnThreeThreads(new Simulation(Settings.STANDARD.cores(1)))
                            .timeline())
                    .hasMakespan(THREE_SECONDS)
                    .hasWork(NINE_SECONDS)
                    .hasSpan(THREE_SECONDS)
                    .isDoneBy(3);
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource
        @DisplayName("takes exactly as long as one request, whatever the threads are")
        void everyKindOfThread(Way way) {
            Simulation simulation = new Simulation(Settings.STANDARD);
            SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);

            Run<Integer> run = simulation.run(() -> {
                way.fetch(api, THREE_PATHS);
                return 3;
            });

            assertThat(run.end()).isEqualTo(Run.End.RETURNED);
            assertThat(run.timeline()).hasMakespan(THREE_SECONDS).reachesInFlight(3);
        }

        @Test
        @DisplayName("through a window of two goes by list scheduling: whoever is free takes the next")
        void window() {
            List<Integer> latencies = List.of(5, 1, 1, 4, 2);
            Map<String, SimulatedApi.Reply> replies = new LinkedHashMap<>();
            for (int index = 0; index < latencies.size(); index++) {
                replies.put("/" + index, SimulatedApi.Reply.of(Duration.ofSeconds(latencies.get(index)), ""));
            }
            Simulation simulation = new Simulation(Settings.STANDARD);
            SimulatedApi api = new SimulatedApi(simulation, replies);
            Semaphore permits = new Semaphore(2);

            Run<Integer> run = simulation.run(() -> {
                List<Thread> threads = new ArrayList<>();
                for (int index = 0; index < latencies.size(); index++) {
                    permits.acquire();
                    threads.add(start(
                            VIRTUAL,
                            number -> {
                                api.get("/" + number);
                                permits.release();
                            },
                            index));
                }
                for (Thread thread : threads) {
                    thread.join();
                }
                return threads.size();
            });

            assertThat(run.timeline())
                    .hasMakespan(Duration.ofSeconds(7))
                    .hasAtMostInFlight(2)
                    .reachesInFlight(2);
        }

        @Test
        @DisplayName("for 10,000 requests at once takes as long as for one")
        void tenThousand() {
            List<String> paths =
                    IntStream.range(0, 10_000).mapToObj(index -> "/" + index).toList();
            Simulation simulation = new Simulation(Settings.STANDARD);
            SimulatedApi api = api(simulation, paths, SECOND);

            Run<Integer> run =
                    simulation.run(() -> onThreads(VIRTUAL, paths.size(), index -> api.get(paths.get(index))));

            assertThat(run.timeline()).hasMakespan(SECOND).reachesInFlight(10_000);
        }

        @Test
        @DisplayName("for a failure takes its time as well")
        void failing() {
            IOException failure = new IOException("out of order");
            Simulation simulation = new Simulation(Settings.STANDARD);
            SimulatedApi api =
                    new SimulatedApi(simulation, Map.of("/0", SimulatedApi.Reply.failing(THREE_SECONDS, failure)));

            Run<String> run = simulation.run(() -> api.get("/0"));

            assertThat(run.end()).isEqualTo(Run.End.THREW);
            assertThat(run.failure()).containsSame(failure);
            assertThat(run.timeline()).hasMakespan(THREE_SECONDS);
            assertThat(run.timeline().spans()).extracting(Span::ending).containsExactly(Ending.FAILED);
        }

        @Test
        @DisplayName("for a path that is not there takes no time")
        void unknownPath() {
            Simulation simulation = new Simulation(Settings.STANDARD);
            SimulatedApi api = api(simulation, THREE_PATHS, SECOND);

            Run<String> run = simulation.run(() -> api.get("/3"));

            assertThat(run.failure())
                    .get()
                    .isInstanceOf(IOException.class)
                    .hasToString("java.io.IOException: there is nothing at /3");
            assertThat(run.timeline()).hasMakespan(Duration.ZERO);
        }
    }

    @Nested
    @DisplayName("of a call that does not end")
    class Endless {

        private Run<Integer> deadlocked() {
            Simulation simulation = new Simulation(Settings.STANDARD);
            SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
            CountDownLatch oneTooHigh = new CountDownLatch(4);
            return simulation.run(() -> {
                onThreads(VIRTUAL, 3, index -> {
                    api.get("/" + index);
                    oneTooHigh.countDown();
                });
                oneTooHigh.await();
                return 3;
            });
        }

        @Test
        @DisplayName("tells that it is deadlocked")
        void deadlock() {
            Run<Integer> run = deadlocked();

            assertThat(run.end()).isEqualTo(Run.End.DEADLOCKED);
            assertThat(run.ended()).isFalse();
            assertThat(run.value()).isEmpty();
        }

        @Test
        @DisplayName("tells who waits, and where")
        void whoWaits() {
            List<Stall> stalled = deadlocked().stalled();

            assertThat(stalled).extracting(stall -> stall.thread().kind()).containsExactly(ThreadIdentity.Kind.CALLER);
            assertThat(stalled.getFirst().frames()).extracting(Frame::operation).contains("CountDownLatch.await");
        }

        @Test
        @DisplayName("takes the instant at which nobody could move any more for its makespan")
        void deadlockMakespan() {
            assertThat(deadlocked().timeline()).hasMakespan(THREE_SECONDS);
        }

        @Test
        @DisplayName("tells that it spins if it computes for ever")
        void endlessLoop() {
            Run<Integer> run = new Simulation(Settings.STANDARD).run(() -> {
                while (!Thread.interrupted()) {
                    Thread.onSpinWait();
                }
                return 0;
            });

            assertThat(run.end()).isEqualTo(Run.End.SPINNING);
            assertThat(run.spinning()).containsExactly("caller");
        }
    }

    @Nested
    @DisplayName("of a call that spins until an answer is there")
    class SpinningUntil {

        private final Run<Boolean> run = spin();

        private static Run<Boolean> spin() {
            Simulation simulation = new Simulation(Settings.STANDARD);
            SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
            return simulation.run(() -> {
                Thread fetcher = start(VIRTUAL, index -> api.get("/" + index), 0);
                while (fetcher.isAlive() && !Thread.interrupted()) {
                    Thread.onSpinWait();
                }
                return fetcher.isAlive();
            });
        }

        @Test
        @DisplayName("lets it return in time, and names who span")
        void named() {
            assertThat(run.end()).isEqualTo(Run.End.RETURNED);
            assertThat(run.value()).contains(false);
            assertThat(run.spinning()).containsExactly("caller");
            assertThat(run.timeline()).hasMakespan(THREE_SECONDS);
        }
    }

    @Test
    @DisplayName("does not take a thread for one that spins that gets on, however much it does at one instant")
    void getsOn() {
        Simulation simulation = new Simulation(Settings.STANDARD);
        SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
        Run<Boolean> run = simulation.run(() -> {
            List<Thread> fetchers = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                fetchers.add(start(VIRTUAL, index -> api.get("/" + index), 0));
                compute(Duration.ofMillis(2));
            }
            for (Thread fetcher : fetchers) {
                fetcher.join();
            }
            return true;
        });

        assertThat(run.value()).contains(true);
        assertThat(run.spinning()).isEmpty();
        assertThat(run.timeline()).hasMakespan(THREE_SECONDS);
    }

    /** For as much of this thread's own processor time. */
    private static void compute(Duration processorTime) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + processorTime.toNanos();
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    @DisplayName("does not take the VM for a thread that spins while it collects garbage")
    void collectsGarbage() {
        Simulation simulation = new Simulation(Settings.STANDARD);
        SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
        Object[] held = new Object[2_000_000];
        Arrays.setAll(held, index -> new int[1]);
        Run<Integer> run = simulation.run(() -> {
            Thread fetcher = start(VIRTUAL, index -> api.get("/" + index), 0);
            for (int collection = 0; collection < 60; collection++) {
                System.gc();
            }
            fetcher.join();
            return held.length;
        });

        assertThat(run.end()).isEqualTo(Run.End.RETURNED);
        assertThat(run.spinning()).isEmpty();
        assertThat(run.timeline()).hasMakespan(THREE_SECONDS);
    }

    @Test
    @DisplayName("ends when the clock has moved more often than in any run that waits for something")
    void restless() {
        Simulation simulation = new Simulation(Settings.STANDARD);
        Run<Integer> run = simulation.run(() -> {
            while (!Thread.interrupted()) {
                simulation.sleep(Duration.ofNanos(1_000));
            }
            return 0;
        });

        assertThat(run.end()).isEqualTo(Run.End.OUT_OF_TIME);
        assertThat(run.steps()).isEqualTo(Simulation.MOST_STEPS);
    }

    @Nested
    @DisplayName("of a call that yields until an answer is there, on a machine that is busy otherwise")
    class YieldingUntil {

        private static final int BUSY = 4 * Runtime.getRuntime().availableProcessors();

        private final List<Thread> busy = IntStream.range(0, BUSY)
                .mapToObj(index -> Thread.ofPlatform()
                        .name("busy-" + index)
                        .daemon()
                        .start(() -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                Thread.onSpinWait();
                            }
                        }))
                .toList();

        @AfterEach
        void rest() {
            busy.forEach(Thread::interrupt);
        }

        @Test
        @DisplayName("lets it return in time, and names who yields, though it burns next to no processor time")
        void named() {
            Simulation simulation = new Simulation(Settings.STANDARD);
            SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
            Run<Boolean> run = simulation.run(() -> {
                Thread fetcher = start(VIRTUAL, index -> api.get("/" + index), 0);
                while (fetcher.isAlive() && !Thread.interrupted()) {
                    Thread.yield();
                }
                return fetcher.isAlive();
            });

            assertThat(run.end()).isEqualTo(Run.End.RETURNED);
            assertThat(run.spinning()).containsExactly("caller");
            assertThat(run.timeline()).hasMakespan(THREE_SECONDS);
        }
    }

    /** A thread that was there before the run and holds a lock that the caller needs. */
    private static final class Stranger {

        private final CountDownLatch holds = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile Thread caller;

        /** Releases the lock after it has computed for a while, the caller waiting for it; then it computes for ever. */
        void holdForAWhile(Lock lock) {
            hold(Thread.ofPlatform().daemon(), lock, this::computeWhileCallerWaits, () -> {
                while (over.getCount() > 0) {
                    Thread.onSpinWait();
                }
            });
        }

        void computeWhileCallerWaits() {
            while (caller == null || caller.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
            compute(Duration.ofMillis(100));
        }

        /** Keeps the lock until the test is over. */
        void keep(Lock lock) {
            hold(Thread.ofPlatform().daemon(), lock, () -> awaitQuietly(over), () -> {});
        }

        void hold(Thread.Builder threads, Lock lock, Runnable work, Runnable afterwards) {
            threads.name("stranger").start(() -> {
                lock.during(() -> {
                    holds.countDown();
                    work.run();
                });
                afterwards.run();
            });
            await().until(() -> holds.getCount() == 0);
        }

        void close() {
            over.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does some work with a lock held. */
    @FunctionalInterface
    private interface Lock {
        void during(Runnable work);
    }

    private enum KindOfLock {
        MONITOR {
            @Override
            Lock make() {
                Object monitor = new Object();
                return work -> {
                    synchronized (monitor) {
                        work.run();
                    }
                };
            }
        },
        REENTRANT_LOCK {
            @Override
            Lock make() {
                ReentrantLock lock = new ReentrantLock();
                return work -> {
                    lock.lock();
                    try {
                        work.run();
                    } finally {
                        lock.unlock();
                    }
                };
            }
        };

        abstract Lock make();
    }

    @Nested
    @DisplayName("of a call that waits for a lock which a thread of somebody else's holds")
    class HeldUp {

        private final Stranger stranger = new Stranger();

        @AfterEach
        void end() {
            stranger.close();
        }

        /** The caller needs the lock and then 3 s; a thread that it has started needs 3 s at once. */
        private Run<Integer> fetchAfterLocking(Simulation simulation, Lock lock) {
            SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
            return simulation.run(() -> {
                stranger.caller = Thread.currentThread();
                Thread fetcher = start(PLATFORM, index -> api.get("/" + index), 0);
                lock.during(() -> {});
                api.get("/1");
                fetcher.join();
                return 2;
            });
        }

        private void demandThatNoTimePasses(Simulation simulation, Lock lock) {
            stranger.holdForAWhile(lock);

            demandThatBothFetchTogether(fetchAfterLocking(simulation, lock));
        }

        private static void demandThatBothFetchTogether(Run<Integer> run) {
            assertThat(run.value()).contains(2);
            assertThat(run.timeline()).hasMakespan(THREE_SECONDS).reachesInFlight(2);
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource(KindOfLock.class)
        @DisplayName("lets no time pass until that thread has released it")
        void released(KindOfLock kind) {
            demandThatNoTimePasses(new Simulation(Settings.STANDARD), kind.make());
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource(KindOfLock.class)
        @DisplayName("lets no time pass until then either where Java alone can be asked")
        void releasedPortable(KindOfLock kind) {
            demandThatNoTimePasses(portable(Settings.STANDARD), kind.make());
        }

        @Test
        @DisplayName(
                "lets no time pass while it is free and the call has not been woken yet, where Java alone can be asked")
        void notWokenYet() throws InterruptedException {
            Object free = blockerOfThoseWhoWaitFor(new ReentrantLock());
            AtomicBoolean woken = new AtomicBoolean();
            // stands for one who loses the processor between release and wake-up
            Thread.ofPlatform().daemon().start(() -> {
                stranger.computeWhileCallerWaits();
                woken.set(true);
                LockSupport.unpark(stranger.caller);
            });

            demandThatBothFetchTogether(fetchAfterLocking(portable(Settings.STANDARD), work -> {
                while (!woken.get()) {
                    LockSupport.park(free);
                }
            }));
        }

        @Test
        @DisplayName("lets no time pass while no thread of the run holds it, where Java alone can be asked")
        void virtualStranger() {
            Lock lock = KindOfLock.MONITOR.make();
            CountDownLatch release = new CountDownLatch(1);
            // to Java its monitor looks as one does that is free and whose next holder has not been woken yet
            stranger.hold(Thread.ofVirtual(), lock, () -> awaitQuietly(release), () -> {});
            Thread.ofPlatform().daemon().start(() -> {
                stranger.computeWhileCallerWaits();
                release.countDown();
            });

            demandThatBothFetchTogether(fetchAfterLocking(portable(Settings.STANDARD), lock));
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource(KindOfLock.class)
        @DisplayName("lets time pass while a virtual thread of the run holds it, where Java alone can be asked")
        void heldByVirtualThread(KindOfLock kind) {
            Lock lock = kind.make();
            Simulation simulation = portable(Settings.STANDARD.quantum(THREE_SECONDS));
            Run<Integer> run = simulation.run(() -> {
                CountDownLatch holds = new CountDownLatch(1);
                Thread.startVirtualThread(() -> lock.during(() -> {
                    holds.countDown();
                    simulation.compute("1", 1, THREE_SECONDS);
                }));
                holds.await();
                lock.during(() -> simulation.compute("2", 2, THREE_SECONDS));
                return 2;
            });

            assertThat(run.value()).contains(2);
            assertThat(run.timeline()).hasMakespan(THREE_SECONDS.multipliedBy(2));
        }

        private static Object blockerOfThoseWhoWaitFor(ReentrantLock lock) throws InterruptedException {
            lock.lock();
            Thread waiting = Thread.ofPlatform().daemon().start(() -> {
                lock.lock();
                lock.unlock();
            });
            await().until(() -> LockSupport.getBlocker(waiting) != null);
            Object blocker = LockSupport.getBlocker(waiting);
            lock.unlock();
            waiting.join();
            return blocker;
        }

        @Test
        @DisplayName("does not call it a deadlock as long as that thread works")
        void nothingDue() {
            Lock lock = KindOfLock.MONITOR.make();
            stranger.holdForAWhile(lock);

            Run<String> run = new Simulation(Settings.STANDARD).run(() -> {
                stranger.caller = Thread.currentThread();
                lock.during(() -> {});
                return "through";
            });

            assertThat(run.value()).contains("through");
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource(KindOfLock.class)
        @DisplayName("calls it a deadlock if that thread sleeps as well")
        void kept(KindOfLock kind) {
            Lock lock = kind.make();
            stranger.keep(lock);

            Run<Integer> run = fetchAfterLocking(new Simulation(Settings.STANDARD), lock);

            assertThat(run.end()).isEqualTo(Run.End.DEADLOCKED);
            assertThat(run.timeline()).hasMakespan(THREE_SECONDS);
        }
    }

    @Nested
    @DisplayName("with an interrupt of the caller after 1 s")
    class Interrupt {

        private final Settings settings = Settings.STANDARD.interruptCallerAt(SECOND);

        private Run<String> fetch() {
            Simulation simulation = new Simulation(settings);
            SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
            return simulation.run(() -> api.get("/0"));
        }

        @Test
        @DisplayName("ends a wait of the caller then")
        void endsWait() {
            Run<String> run = fetch();

            assertThat(run.failure()).get().isInstanceOf(InterruptedException.class);
            assertThat(run.timeline()).hasMakespan(SECOND);
        }

        @Test
        @DisplayName("shows the span as interrupted")
        void span() {
            assertThat(fetch().timeline().spans()).extracting(Span::ending).containsExactly(Ending.INTERRUPTED);
        }

        @Test
        @DisplayName("tells that it struck")
        void struck() {
            assertThat(fetch().interruptStruck()).isTrue();
        }

        @Test
        @DisplayName("tells that it came too late for a call that was done before")
        void tooLate() {
            assertThat(new Simulation(settings).run(() -> "done").interruptStruck())
                    .isFalse();
        }

        @Test
        @DisplayName("does not shorten a computation, which returns with the flag set")
        void computing() {
            Simulation simulation = new Simulation(settings);

            Run<Integer> run = simulation.run(() -> {
                simulation.compute("1", 1, THREE_SECONDS);
                return 1;
            });

            assertThat(run.timeline()).hasMakespan(THREE_SECONDS);
            assertThat(run.interruptedAtReturn()).isTrue();
        }

        @Test
        @DisplayName("leaves the flag unset where the caller has taken the interrupt")
        void taken() {
            assertThat(fetch().interruptedAtReturn()).isFalse();
        }
    }

    @Nested
    @DisplayName("of a call that leaves something behind")
    class Leftovers {

        private Run<Integer> leaving(ThreadFactory factory) {
            Simulation simulation = new Simulation(Settings.STANDARD.findingLeftovers());
            SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
            return simulation.run(() -> {
                start(factory, index -> api.get("/" + index), 0);
                start(factory, index -> api.get("/" + index), 1);
                return 0;
            });
        }

        @Test
        @DisplayName("finds platform threads that outlive it")
        void platform() {
            assertThat(leaving(PLATFORM).leftovers())
                    .extracting(stall -> stall.thread().kind())
                    .containsExactly(ThreadIdentity.Kind.PLATFORM, ThreadIdentity.Kind.PLATFORM);
        }

        @Test
        @DisplayName("finds virtual threads that outlive it")
        void virtual() {
            assertThat(leaving(VIRTUAL).leftovers())
                    .extracting(stall -> stall.thread().kind())
                    .containsExactly(ThreadIdentity.Kind.VIRTUAL, ThreadIdentity.Kind.VIRTUAL);
        }

        @Test
        @DisplayName("finds a worker of the common pool that is still in the learner's code")
        void commonPool() {
            Simulation simulation = new Simulation(Settings.STANDARD.findingLeftovers());
            SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
            Run<Integer> run = simulation.run(() -> {
                FireAndForget.submit(() -> Way.getUnchecked(api, "/0"));
                return 0;
            });

            assertThat(run.leftovers())
                    .extracting(stall -> stall.thread().kind())
                    .containsExactly(ThreadIdentity.Kind.COMMON_POOL);
        }

        @Test
        @DisplayName("counts the requests under way when it returned")
        void inFlight() {
            assertThat(leaving(VIRTUAL).inFlightAtReturn()).isEqualTo(2);
        }

        @Test
        @DisplayName("does not wait for them")
        void makespan() {
            assertThat(leaving(VIRTUAL).timeline()).hasMakespan(Duration.ZERO);
        }

        @Test
        @DisplayName("says so")
        void leftSomething() {
            assertThat(leaving(VIRTUAL).leftNothing()).isFalse();
        }

        @Test
        @DisplayName("says so of a virtual thread that spins, which is on no list")
        void leftSpinning() {
            AtomicBoolean done = new AtomicBoolean();
            Run<Thread> run = new Simulation(Settings.STANDARD)
                    .run(() -> Thread.startVirtualThread(() -> {
                        while (!done.get()) {
                            Thread.onSpinWait();
                        }
                    }));
            done.set(true);

            assertThat(run.value()).isPresent();
            assertThat(run.leftNothing()).isFalse();
        }

        @Test
        @DisplayName("and only of such a call")
        void leftNothing() {
            assertThat(fetchOnThreeThreads(new Simulation(Settings.STANDARD)).leftNothing())
                    .isTrue();
        }

        @Test
        @DisplayName("finds none after a call that waited for all its threads")
        void none() {
            assertThat(fetchOnThreeThreads(new Simulation(Settings.STANDARD.findingLeftovers()))
                            .leftovers())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("goes on where the call interrupts the thread that watches it")
    void interruptedConductor() {
        Thread conductor = Thread.currentThread();
        Simulation simulation = new Simulation(Settings.STANDARD);
        SimulatedApi api = api(simulation, THREE_PATHS, THREE_SECONDS);
        Run<String> run = simulation.run(() -> {
            conductor.interrupt();
            return api.get("/0");
        });

        assertThat(run.value()).contains("/0");
        assertThat(run.timeline()).hasMakespan(THREE_SECONDS);
    }

    @Test
    @DisplayName("is good for one run only")
    void oneRun() {
        Simulation simulation = new Simulation(Settings.STANDARD);
        simulation.run(() -> 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> simulation.run(() -> 2))
                .withMessage("a simulation is good for one run");
    }

    @Test
    @DisplayName("looks around when the call first waits, if asked to")
    void lookingAround() {
        Run<Integer> run = fetchOnThreeThreads(new Simulation(Settings.STANDARD.lookingAround()));

        assertThat(run.firstWait())
                .extracting(stall -> stall.thread().kind())
                .containsExactlyInAnyOrder(
                        ThreadIdentity.Kind.CALLER,
                        ThreadIdentity.Kind.VIRTUAL,
                        ThreadIdentity.Kind.VIRTUAL,
                        ThreadIdentity.Kind.VIRTUAL);
    }

    @Nested
    @DisplayName("that can ask Java alone")
    class Portable {

        @Test
        @DisplayName("takes the same 3 s for three requests at once")
        void waiting() {
            assertThat(fetchOnThreeThreads(portable(Settings.STANDARD)).timeline())
                    .hasMakespan(THREE_SECONDS)
                    .reachesInFlight(3);
        }

        @Test
        @DisplayName("takes the same 9 s for three computations on one core")
        void oneCore() {
            assertThat(computeOnThreeThreads(portable(Settings.STANDARD.cores(1).quantum(SECOND)))
                            .timeline())
                    .hasMakespan(NINE_SECONDS)
                    .hasAtMostInFlight(1);
        }

        @Test
        @DisplayName("takes the same 3 s for three computations on three cores")
        void threeCores() {
            assertThat(computeOnThreeThreads(portable(Settings.STANDARD.cores(3).quantum(THREE_SECONDS)))
                            .timeline())
                    .hasMakespan(THREE_SECONDS)
                    .reachesInFlight(3);
        }

        @Test
        @DisplayName("tells the same deadlock")
        void deadlock() {
            Run<Integer> run = portable(Settings.STANDARD).run(() -> {
                new CountDownLatch(1).await();
                return 0;
            });

            assertThat(run.end()).isEqualTo(Run.End.DEADLOCKED);
        }
    }

    @Test
    @DisplayName("passes on what the call throws")
    void throwing() {
        ExecutionException failure = new ExecutionException("wrapped", null);

        Run<Integer> run = new Simulation(Settings.STANDARD).run(() -> {
            throw failure;
        });

        assertThat(run.end()).isEqualTo(Run.End.THREW);
        assertThat(run.failure()).containsSame(failure);
    }
}
