package twostoves.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static twostoves.evidence.TimelineAssert.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import twostoves.evidence.Frame;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedApi;
import twostoves.simulation.Simulation;
import twostoves.weaving.SharingWatch.Race;
import twostoves.weaving.SharingWatch.Sharing;

@DisplayName("A woven class")
class WeavingTests {

    /** The service of these tests answers after 3 s. */
    private static final String ANSWER = "answer";

    private static final String HELPERS = """
                static String at(Object what) {
                    return what + " at " + System.nanoTime() / 1_000_000 + " ms";
                }

                static void fetch(RemoteApi api) {
                    try {
                        api.get("/");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }

                static void onTwoThreads(Runnable task) throws InterruptedException {
                    Thread first = new Thread(task);
                    Thread second = new Thread(task);
                    first.start();
                    second.start();
                    first.join();
                    second.join();
                }
            """;

    @TempDir
    Path classes;

    private record Seen(Run<Object> run, SharingWatch watch) {}

    private Seen see(Settings settings, boolean meeting, LearnerSource source) {
        source.compileTo(classes);
        return see(settings, meeting, source, new LearnerLoader(new LearnerClasses(ClassSource.directory(classes))));
    }

    private static Seen see(Settings settings, boolean meeting, LearnerSource source, LearnerLoader loader) {
        Simulation simulation = new Simulation(settings);
        SharingWatch watch = new SharingWatch(simulation, meeting);
        loader.bind(simulation, watch);
        SimulatedApi api =
                new SimulatedApi(simulation, Map.of("/", SimulatedApi.Reply.of(Duration.ofSeconds(3), ANSWER)));
        Run<Object> run = simulation.run(() -> {
            Learnt learnt = (Learnt)
                    loader.loadClass(source.className()).getConstructor().newInstance();
            return learnt.call(api);
        });
        watch.shutDownExecutors();
        return new Seen(run, watch);
    }

    private static LearnerSource learnt(String members, String body) {
        return LearnerSource.of("Snippet implements twostoves.weaving.Learnt", """
                    %s
                    @Override
                    public Object call(RemoteApi api) throws Exception {
                        %s
                    }
                %s""".formatted(members, body, HELPERS));
    }

    @Nested
    @DisplayName("goes by the virtual clock")
    class Clock {

        static Stream<Arguments> bodies() {
            return Stream.concat(Stream.concat(clocksAndSleeps(), waitsForOthers()), waitsInsideOfFutures());
        }

        private static Stream<Arguments> clocksAndSleeps() {
            return Stream.of(
                    arguments("System.nanoTime", "api.get(\"/\"); return at(\"read\");", "read at 3000 ms"),
                    arguments(
                            "System.currentTimeMillis",
                            "api.get(\"/\"); return System.currentTimeMillis() + \" ms\";",
                            "3000 ms"),
                    arguments(
                            "Instant.now", "api.get(\"/\"); return Instant.now().toString();", "1970-01-01T00:00:03Z"),
                    arguments("Thread.sleep", "Thread.sleep(1_500); return at(\"awake\");", "awake at 1500 ms"),
                    arguments(
                            "Thread.sleep of a duration",
                            "Thread.sleep(Duration.ofDays(1)); return at(\"awake\");",
                            "awake at 86400000 ms"),
                    arguments("Thread::sleep", """
                            interface Nap {
                                void take(long millis) throws InterruptedException;
                            }
                            Nap nap = Thread::sleep;
                            nap.take(1_500);
                            return at("awake");
                            """, "awake at 1500 ms"),
                    arguments("sleep through a subclass of Thread", """
                            class Sleeper extends Thread {}
                            Sleeper.sleep(1_500);
                            return at("awake");
                            """, "awake at 1500 ms"),
                    arguments(
                            "TimeUnit.sleep", "TimeUnit.MINUTES.sleep(1); return at(\"awake\");", "awake at 60000 ms"),
                    arguments("TimeUnit::sleep", """
                            interface Nap {
                                void take(long time) throws InterruptedException;
                            }
                            Nap nap = TimeUnit.MINUTES::sleep;
                            nap.take(1);
                            return at("awake");
                            """, "awake at 60000 ms"),
                    arguments(
                            "LockSupport.parkNanos",
                            "LockSupport.parkNanos(2_000_000_000L); return at(\"awake\");",
                            "awake at 2000 ms"),
                    arguments(
                            "LockSupport.parkNanos with a blocker",
                            "LockSupport.parkNanos(this, 2_000_000_000L); return at(\"awake\");",
                            "awake at 2000 ms"));
        }

        private static Stream<Arguments> waitsForOthers() {
            return Stream.of(
                    arguments(
                            "CountDownLatch.await out of time",
                            "return at(new CountDownLatch(1).await(2, TimeUnit.SECONDS));",
                            "false at 2000 ms"),
                    arguments("CountDownLatch.await in time", """
                            CountDownLatch latch = new CountDownLatch(1);
                            new Thread(() -> { fetch(api); latch.countDown(); }).start();
                            return at(latch.await(5, TimeUnit.SECONDS));
                            """, "true at 3000 ms"),
                    arguments(
                            "Semaphore.tryAcquire out of time",
                            "return at(new Semaphore(0).tryAcquire(2, TimeUnit.SECONDS));",
                            "false at 2000 ms"),
                    arguments("Semaphore.tryAcquire in time", """
                            Semaphore permits = new Semaphore(0);
                            new Thread(() -> { fetch(api); permits.release(); }).start();
                            return at(permits.tryAcquire(5, TimeUnit.SECONDS));
                            """, "true at 3000 ms"),
                    arguments(
                            "BlockingQueue.poll out of time",
                            "return at(new LinkedBlockingQueue<String>().poll(2, TimeUnit.SECONDS));",
                            "null at 2000 ms"),
                    arguments("BlockingQueue.poll in time", """
                            BlockingQueue<String> queue = new LinkedBlockingQueue<>();
                            new Thread(() -> { fetch(api); queue.add("item"); }).start();
                            return at(queue.poll(5, TimeUnit.SECONDS));
                            """, "item at 3000 ms"),
                    arguments("BlockingQueue.offer out of time", """
                            BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
                            queue.add("first");
                            return at(queue.offer("second", 2, TimeUnit.SECONDS));
                            """, "false at 2000 ms"),
                    arguments("Lock.tryLock out of time", """
                            ReentrantLock lock = new ReentrantLock();
                            Thread holder = new Thread(() -> { lock.lock(); fetch(api); lock.unlock(); });
                            holder.start();
                            Thread.sleep(1_000);
                            return at(lock.tryLock(1, TimeUnit.SECONDS));
                            """, "false at 2000 ms"),
                    arguments("Condition.await out of time", """
                            ReentrantLock lock = new ReentrantLock();
                            Condition condition = lock.newCondition();
                            lock.lock();
                            try {
                                return at(condition.await(2, TimeUnit.SECONDS));
                            } finally {
                                lock.unlock();
                            }
                            """, "false at 2000 ms"),
                    arguments(
                            "Object.wait out of time",
                            "synchronized (this) { wait(2_000); } return at(\"awake\");",
                            "awake at 2000 ms"),
                    arguments("Object.wait in time", """
                            new Thread(() -> { fetch(api); synchronized (this) { notifyAll(); } }).start();
                            synchronized (this) { wait(5_000); }
                            return at("awake");
                            """, "awake at 3000 ms"),
                    arguments("Thread.join out of time", """
                            Thread thread = new Thread(() -> fetch(api));
                            thread.start();
                            thread.join(2_000);
                            return at(thread.isAlive());
                            """, "true at 2000 ms"),
                    arguments("Thread.join in time", """
                            Thread thread = Thread.startVirtualThread(() -> fetch(api));
                            return at(thread.join(Duration.ofSeconds(5)));
                            """, "true at 3000 ms"));
        }

        private static Stream<Arguments> waitsInsideOfFutures() {
            return Stream.of(
                    arguments("Future.get out of time", """
                            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                                Future<String> future = executor.submit(() -> api.get("/"));
                                return at(future.get(2, TimeUnit.SECONDS));
                            } catch (TimeoutException e) {
                                return at("closed");
                            }
                            """, "closed at 3000 ms"),
                    arguments("Future.get told of at once", """
                            Future<String> future = Executors.newCachedThreadPool().submit(() -> api.get("/"));
                            try {
                                return at(future.get(2, TimeUnit.SECONDS));
                            } catch (TimeoutException e) {
                                return at("timeout");
                            }
                            """, "timeout at 2000 ms"),
                    arguments("Future.get in time", """
                            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                                return at(executor.submit(() -> api.get("/")).get(5, TimeUnit.SECONDS));
                            }
                            """, "answer at 3000 ms"),
                    arguments("Future.get at the last moment", """
                            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                                return at(executor.submit(() -> api.get("/")).get(3, TimeUnit.SECONDS));
                            }
                            """, "answer at 3000 ms"),
                    arguments("ExecutorService.awaitTermination out of time", """
                            ExecutorService executor = Executors.newFixedThreadPool(1);
                            executor.submit(() -> api.get("/"));
                            executor.shutdown();
                            return at(executor.awaitTermination(2, TimeUnit.SECONDS));
                            """, "false at 2000 ms"),
                    arguments("ExecutorService.awaitTermination in time", """
                            ExecutorService executor = Executors.newFixedThreadPool(1);
                            executor.submit(() -> api.get("/"));
                            executor.shutdown();
                            return at(executor.awaitTermination(5, TimeUnit.SECONDS));
                            """, "true at 3000 ms"),
                    arguments(
                            "ExecutorService.awaitTermination for ever, when time has passed already",
                            """
                            api.get("/");
                            ExecutorService executor = Executors.newFixedThreadPool(1);
                            executor.submit(() -> api.get("/"));
                            executor.shutdown();
                            return at(executor.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS));
                            """,
                            "true at 6000 ms"),
                    arguments("CompletableFuture.orTimeout", """
                            try {
                                return new CompletableFuture<String>().orTimeout(2, TimeUnit.SECONDS).get();
                            } catch (ExecutionException e) {
                                return at(e.getCause().getClass().getSimpleName());
                            }
                            """, "TimeoutException at 2000 ms"),
                    arguments("CompletableFuture.completeOnTimeout", """
                            return at(new CompletableFuture<String>()
                                    .completeOnTimeout("instead", 2, TimeUnit.SECONDS)
                                    .get());
                            """, "instead at 2000 ms"),
                    arguments("CompletableFuture.delayedExecutor", """
                            Executor later = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);
                            return CompletableFuture.supplyAsync(() -> at("supplied"), later).get();
                            """, "supplied at 2000 ms"));
        }

        @ParameterizedTest(name = "in {0}")
        @MethodSource("bodies")
        @DisplayName("to the millisecond")
        void virtual(String name, String body, String expected) {
            assertThat(see(Settings.STANDARD, false, learnt("", body)).run().value())
                    .contains(expected);
        }

        @Test
        @DisplayName("when its wait with a limit is interrupted by somebody else")
        void interrupted() {
            LearnerSource source = learnt("", """
                    try {
                        return at(new CountDownLatch(1).await(2, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                        return at("interrupted");
                    }
                    """);

            Seen seen = see(Settings.STANDARD.interruptCallerAt(Duration.ofSeconds(1)), false, source);

            assertThat(seen.run().value()).contains("interrupted at 1000 ms");
        }

        @Test
        @DisplayName("and has no interrupt left over from a limit that was kept")
        void noInterruptLeft() {
            LearnerSource source = learnt("", """
                    new CountDownLatch(1).await(2, TimeUnit.SECONDS);
                    return Thread.currentThread().isInterrupted();
                    """);

            assertThat(see(Settings.STANDARD, false, source).run().value()).contains(false);
        }

        @Test
        @DisplayName("so that the makespan counts its sleep")
        void makespan() {
            LearnerSource source = learnt("", "Thread.sleep(5_000); return api.get(\"/\");");

            assertThat(see(Settings.STANDARD, false, source).run().timeline()).hasMakespan(Duration.ofSeconds(8));
        }
    }

    @Nested
    @DisplayName("is watched as it shares")
    class SharingState {

        private List<Race> races(String members, String body) {
            Seen seen = see(Settings.STANDARD, true, learnt(members, body + "\nreturn null;"));
            // how it ends says nothing: a race that was proven may break the collection, too
            assertThat(seen.run().ended()).isTrue();
            return seen.watch().races();
        }

        static Stream<Arguments> racing() {
            return Stream.of(
                    arguments("a field", "long total;", "onTwoThreads(() -> total += 1);", "Snippet.total"),
                    arguments(
                            "a static field", "static long total;", "onTwoThreads(() -> total += 1);", "Snippet.total"),
                    arguments(
                            "an array element",
                            "",
                            "long[] total = new long[1]; onTwoThreads(() -> total[0] += 1);",
                            "long[0]"));
        }

        @ParameterizedTest(name = "as in {0}")
        @MethodSource("racing")
        @DisplayName("and told of a data race between two writes that nothing orders")
        void race(String name, String members, String body, String what) {
            assertThat(races(members, body))
                    .extracting(Race::what, Race::sharing, Race::isDataRace)
                    .containsExactly(tuple(what, Sharing.PLAIN, true));
        }

        @Test
        @DisplayName("and told the line of both threads")
        void lines() {
            LearnerSource source = learnt("long total;", "onTwoThreads(() ->\ntotal += 1);\nreturn null;");
            String file = "Snippet.java:" + source.lineOf("total += 1");

            assertThat(see(Settings.STANDARD, true, source).watch().races())
                    .extracting(
                            race -> race.first().map(Frame::place),
                            race -> race.second().map(Frame::place))
                    .containsExactly(tuple(Optional.of(file), Optional.of(file)));
        }

        @Test
        @DisplayName("and told of a meeting at a volatile field, which is no data race")
        void volatileField() {
            assertThat(races("volatile long total;", "onTwoThreads(() -> total += 1);"))
                    .extracting(Race::what, Race::sharing, Race::isDataRace)
                    .containsExactly(tuple("Snippet.total", Sharing.VOLATILE, false));
        }

        static Stream<Arguments> collections() {
            return Stream.of(
                    arguments(
                            "ArrayList.add",
                            "List<String> list = new ArrayList<>(); onTwoThreads(() -> list.add(\"\"));",
                            "ArrayList"),
                    arguments("list::add", """
                            List<String> list = new ArrayList<>();
                            Consumer<String> sink = list::add;
                            onTwoThreads(() -> sink.accept(""));
                            """, "ArrayList"),
                    arguments(
                            "HashMap.put",
                            "Map<Long, String> map = new HashMap<>();"
                                    + " onTwoThreads(() -> map.put(Thread.currentThread().threadId(), \"\"));",
                            "HashMap"),
                    arguments(
                            "Map.merge",
                            "Map<String, Integer> map = new TreeMap<>();"
                                    + " onTwoThreads(() -> map.merge(\"\", 1, Integer::sum));",
                            "TreeMap"));
        }

        @ParameterizedTest(name = "as in {0}")
        @MethodSource("collections")
        @DisplayName("and told of a collection that is not made for two threads")
        void collection(String name, String body, String what) {
            assertThat(races("", body))
                    .extracting(Race::what, Race::sharing, Race::isDataRace)
                    .containsExactly(tuple(what, Sharing.COLLECTION, true));
        }

        static Stream<Arguments> correct() {
            return Stream.of(
                    arguments(
                            "synchronized",
                            "long total;",
                            "onTwoThreads(() -> { synchronized (this) { total += 1; } });"),
                    arguments(
                            "a synchronized method",
                            "long total; synchronized void add() { total += 1; }",
                            "onTwoThreads(this::add);"),
                    arguments(
                            "a lock",
                            "long total; final Lock lock = new ReentrantLock();",
                            "onTwoThreads(() -> { lock.lock(); try { total += 1; } finally { lock.unlock(); } });"),
                    arguments(
                            "a semaphore",
                            "long total; final Semaphore turn = new Semaphore(1);",
                            "onTwoThreads(() -> { turn.acquireUninterruptibly(); total += 1; turn.release(); });"),
                    arguments(
                            "an atomic variable",
                            "final AtomicLong total = new AtomicLong();",
                            "onTwoThreads(() -> total.addAndGet(1));"),
                    arguments(
                            "a synchronized list",
                            "",
                            "List<String> list = Collections.synchronizedList(new ArrayList<>());"
                                    + " onTwoThreads(() -> list.add(\"\"));"),
                    arguments(
                            "a concurrent map",
                            "",
                            "Map<String, Integer> map = new ConcurrentHashMap<>();"
                                    + " onTwoThreads(() -> map.merge(\"\", 1, Integer::sum));"),
                    arguments("array elements of their own", "", """
                            long[] totals = new long[2];
                            AtomicInteger next = new AtomicInteger();
                            onTwoThreads(() -> totals[next.getAndIncrement()] += 1);
                            """),
                    arguments(
                            "lists of their own",
                            "",
                            "onTwoThreads(() -> { List<String> own = new ArrayList<>(); own.add(\"\"); });"),
                    arguments(
                            "a field that is written after the join",
                            "long total;",
                            "onTwoThreads(() -> {}); total += 1; onTwoThreads(() -> {}); total += 1;"),
                    arguments("a field that is handed on from thread to thread", "long total;", """
                            Thread first = new Thread(() -> total += 1);
                            first.start();
                            Thread second = new Thread(() -> {
                                try {
                                    first.join();
                                } catch (InterruptedException e) {
                                    return;
                                }
                                total += 1;
                            });
                            second.start();
                            second.join();
                            """));
        }

        @ParameterizedTest(name = "with {0}")
        @MethodSource("correct")
        @DisplayName("and not accused where all is in order")
        void noRace(String name, String members, String body) {
            assertThat(races(members, body)).isEmpty();
        }

        @Test
        @DisplayName("only if asked to")
        void notAsked() {
            LearnerSource source = learnt("long total;", "onTwoThreads(() -> total += 1); return null;");

            assertThat(see(Settings.STANDARD, false, source).watch().races()).isEmpty();
        }
    }

    @Nested
    @DisplayName("is counted")
    class Counting {

        private SharingWatch watch(String body) {
            return see(Settings.STANDARD, false, learnt("", body + "\nreturn null;"))
                    .watch();
        }

        @Test
        @DisplayName("as it takes locks and updates atomic variables")
        void synchronisations() {
            SharingWatch watch = watch("""
                    AtomicLong total = new AtomicLong();
                    for (int i = 0; i < 5; i++) {
                        total.incrementAndGet();
                        synchronized (total) { total.get(); }
                    }
                    """);

            assertThat(watch.synchronisations()).isEqualTo(10);
        }

        @Test
        @DisplayName("as it hands over tasks")
        void handOvers() {
            assertThat(watch("onTwoThreads(() -> {}); fetch(api); onTwoThreads(() -> {});")
                            .handOvers())
                    .isEqualTo(4);
        }

        @Test
        @DisplayName("as it hands over tasks before any time has passed")
        void handOversAtFirst() {
            assertThat(watch("onTwoThreads(() -> {}); fetch(api); onTwoThreads(() -> {});")
                            .handOversAtFirst())
                    .isEqualTo(2);
        }

        @Test
        @DisplayName("as it makes executors")
        void executors() {
            assertThat(watch("Executors.newFixedThreadPool(1).shutdown(); new ForkJoinPool(1).shutdown();")
                            .executors())
                    .isEqualTo(2);
        }
    }

    @Test
    @DisplayName("has statics of its own in each loader")
    void ownStatics() {
        LearnerSource source = learnt("static int calls;", "return ++calls;");
        source.compileTo(classes);
        LearnerClasses submission = new LearnerClasses(ClassSource.directory(classes));

        see(Settings.STANDARD, false, source, new LearnerLoader(submission));
        Seen second = see(Settings.STANDARD, false, source, new LearnerLoader(submission));

        assertThat(second.run().value()).contains(1);
    }

    @Test
    @DisplayName("keeps its statics in one loader")
    void keptStatics() {
        LearnerSource source = learnt("static int calls;", "return ++calls;");
        source.compileTo(classes);
        LearnerLoader loader = new LearnerLoader(new LearnerClasses(ClassSource.directory(classes)));

        see(Settings.STANDARD, false, source, loader);
        Seen second = see(Settings.STANDARD, false, source, loader);

        assertThat(second.run().value()).contains(2);
    }
}
