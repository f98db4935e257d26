package twostoves.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
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
import twostoves.contract.Learnt;
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
        return LearnerSource.of("Snippet implements twostoves.contract.Learnt", """
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
            return Stream.of(
                            clocksAndSleeps(),
                            dates(),
                            waitsForOthers(),
                            waitsForPartners(),
                            waitsInQueues(),
                            waitsInsideOfFutures(),
                            waitsForManyTasks())
                    .flatMap(bodies -> bodies);
        }

        private static Stream<Arguments> dates() {
            return Stream.of(
                            "Instant.now(Clock.systemUTC())",
                            "Clock.systemUTC().instant()",
                            "Clock.systemDefaultZone().instant()",
                            "Clock.system(ZoneId.of(\"Asia/Tokyo\")).instant()",
                            "Clock.tickMillis(ZoneOffset.UTC).instant()",
                            "Clock.tickSeconds(ZoneOffset.UTC).instant()",
                            "InstantSource.system().instant()",
                            "Instant.ofEpochMilli(Clock.systemUTC().millis())",
                            "new Date().toInstant()",
                            "ZonedDateTime.now().toInstant()",
                            "ZonedDateTime.now(ZoneId.of(\"Asia/Tokyo\")).toInstant()",
                            "OffsetDateTime.now().toInstant()",
                            "OffsetDateTime.now(ZoneOffset.UTC).toInstant()",
                            "LocalDateTime.now().atZone(ZoneId.systemDefault()).toInstant()",
                            "LocalDateTime.now(ZoneOffset.UTC).toInstant(ZoneOffset.UTC)",
                            "LocalTime.now(ZoneOffset.UTC).atDate(LocalDate.now(ZoneOffset.UTC)).toInstant(ZoneOffset.UTC)",
                            "LocalTime.now().atDate(LocalDate.now()).atZone(ZoneId.systemDefault()).toInstant()")
                    .map(now ->
                            arguments(now, "api.get(\"/\"); return (" + now + ").toString();", "1970-01-01T00:00:03Z"));
        }

        private static Stream<Arguments> waitsForPartners() {
            return Stream.of(
                    arguments("CyclicBarrier.await out of time", """
                            CyclicBarrier barrier = new CyclicBarrier(2);
                            try {
                                return at(barrier.await(2, TimeUnit.SECONDS));
                            } catch (TimeoutException e) {
                                return at(barrier.isBroken());
                            }
                            """, "true at 2000 ms"),
                    arguments("CyclicBarrier.await in time", """
                            CyclicBarrier barrier = new CyclicBarrier(2);
                            new Thread(() -> {
                                fetch(api);
                                try {
                                    barrier.await();
                                } catch (InterruptedException | BrokenBarrierException e) {
                                    throw new IllegalStateException(e);
                                }
                            }).start();
                            return at(barrier.await(3, TimeUnit.SECONDS));
                            """, "1 at 3000 ms"),
                    arguments("CyclicBarrier.await that somebody else gives up", """
                            CyclicBarrier barrier = new CyclicBarrier(3);
                            new Thread(() -> {
                                try {
                                    barrier.await(2, TimeUnit.SECONDS);
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            }).start();
                            try {
                                return at(barrier.await(5, TimeUnit.SECONDS));
                            } catch (BrokenBarrierException e) {
                                return at("broken " + Thread.currentThread().isInterrupted());
                            }
                            """, "broken false at 2000 ms"),
                    arguments("Exchanger.exchange out of time", """
                            try {
                                return at(new Exchanger<String>().exchange("mine", 2, TimeUnit.SECONDS));
                            } catch (TimeoutException e) {
                                return at("alone");
                            }
                            """, "alone at 2000 ms"),
                    arguments("Exchanger.exchange in time", """
                            Exchanger<String> exchanger = new Exchanger<>();
                            new Thread(() -> {
                                fetch(api);
                                try {
                                    exchanger.exchange("yours");
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            }).start();
                            return at(exchanger.exchange("mine", 3, TimeUnit.SECONDS));
                            """, "yours at 3000 ms"),
                    arguments("Phaser.awaitAdvanceInterruptibly out of time", """
                            Phaser phaser = new Phaser(1);
                            try {
                                return at(phaser.awaitAdvanceInterruptibly(0, 2, TimeUnit.SECONDS));
                            } catch (TimeoutException e) {
                                return at("phase " + phaser.getPhase());
                            }
                            """, "phase 0 at 2000 ms"),
                    arguments("Phaser.awaitAdvanceInterruptibly in time", """
                            Phaser phaser = new Phaser(1);
                            new Thread(() -> { fetch(api); phaser.arrive(); }).start();
                            return at(phaser.awaitAdvanceInterruptibly(0, 3, TimeUnit.SECONDS));
                            """, "1 at 3000 ms"),
                    arguments("Semaphore.tryAcquire of several permits out of time", """
                            return at(new Semaphore(1).tryAcquire(2, 2, TimeUnit.SECONDS));
                            """, "false at 2000 ms"),
                    arguments("Semaphore.tryAcquire of several permits in time", """
                            Semaphore permits = new Semaphore(1);
                            new Thread(() -> { fetch(api); permits.release(); }).start();
                            return at(permits.tryAcquire(2, 3, TimeUnit.SECONDS));
                            """, "true at 3000 ms"),
                    arguments("StampedLock.tryWriteLock out of time", """
                            StampedLock lock = new StampedLock();
                            lock.readLock();
                            return at(lock.tryWriteLock(2, TimeUnit.SECONDS) + " " + (lock.tryReadLock(1, TimeUnit.SECONDS) != 0));
                            """, "0 true at 2000 ms"),
                    arguments("Condition.awaitNanos out of time", """
                            ReentrantLock lock = new ReentrantLock();
                            lock.lock();
                            return at(lock.newCondition().awaitNanos(2_000_000_000L));
                            """, "0 at 2000 ms"),
                    arguments("Condition.awaitNanos in time, with what is left", """
                            ReentrantLock lock = new ReentrantLock();
                            Condition condition = lock.newCondition();
                            new Thread(() -> { fetch(api); lock.lock(); condition.signal(); lock.unlock(); }).start();
                            lock.lock();
                            return at(condition.awaitNanos(5_000_000_000L));
                            """, "2000000000 at 3000 ms"),
                    arguments("Condition.awaitUntil out of time", """
                            ReentrantLock lock = new ReentrantLock();
                            lock.lock();
                            return at(lock.newCondition().awaitUntil(new Date(System.currentTimeMillis() + 2_000)));
                            """, "false at 2000 ms"),
                    arguments(
                            "LockSupport.parkUntil",
                            "LockSupport.parkUntil(System.currentTimeMillis() + 2_000); return at(\"awake\");",
                            "awake at 2000 ms"),
                    arguments(
                            "LockSupport.parkUntil a time that has passed",
                            "api.get(\"/\"); LockSupport.parkUntil(this, 2_000); return at(\"awake\");",
                            "awake at 3000 ms"),
                    arguments(
                            "Object.wait with nanoseconds",
                            "synchronized (this) { wait(1_999, 1); } return at(\"awake\");",
                            "awake at 2000 ms"),
                    arguments(
                            "TimeUnit.timedWait",
                            "synchronized (this) { TimeUnit.SECONDS.timedWait(this, 2); } return at(\"awake\");",
                            "awake at 2000 ms"),
                    arguments("Thread.join with nanoseconds", """
                            Thread thread = new Thread(() -> fetch(api));
                            thread.start();
                            thread.join(1_999, 1);
                            return at(thread.isAlive());
                            """, "true at 2000 ms"),
                    arguments("TimeUnit.timedJoin", """
                            Thread thread = new Thread(() -> fetch(api));
                            thread.start();
                            TimeUnit.SECONDS.timedJoin(thread, 2);
                            return at(thread.isAlive());
                            """, "true at 2000 ms"));
        }

        private static Stream<Arguments> waitsInQueues() {
            return Stream.concat(
                    Stream.of("pollFirst", "pollLast")
                            .flatMap(poll -> Stream.of(
                                    arguments(
                                            "BlockingDeque." + poll + " out of time",
                                            """
                                            BlockingDeque<String> deque = new LinkedBlockingDeque<>();
                                            return at(deque.%s(2, TimeUnit.SECONDS));
                                            """.formatted(poll),
                                            "null at 2000 ms"),
                                    arguments(
                                            "BlockingDeque." + poll + " in time",
                                            """
                                            LinkedBlockingDeque<String> deque = new LinkedBlockingDeque<>();
                                            new Thread(() -> { fetch(api); deque.add("item"); }).start();
                                            return at(deque.%s(3, TimeUnit.SECONDS));
                                            """.formatted(poll),
                                            "item at 3000 ms"))),
                    Stream.of(
                            arguments("BlockingDeque.offerFirst out of time", """
                                    BlockingDeque<String> deque = new LinkedBlockingDeque<>(1);
                                    deque.add("first");
                                    return at(deque.offerFirst("second", 2, TimeUnit.SECONDS));
                                    """, "false at 2000 ms"),
                            arguments("BlockingDeque.offerLast in time", """
                                    BlockingDeque<String> deque = new LinkedBlockingDeque<>(1);
                                    deque.add("first");
                                    new Thread(() -> { fetch(api); deque.remove(); }).start();
                                    return at(deque.offerLast("second", 3, TimeUnit.SECONDS));
                                    """, "true at 3000 ms"),
                            arguments("TransferQueue.tryTransfer out of time", """
                                    TransferQueue<String> queue = new LinkedTransferQueue<>();
                                    return at(queue.tryTransfer("item", 2, TimeUnit.SECONDS) + " " + queue.size());
                                    """, "false 0 at 2000 ms"),
                            arguments("TransferQueue.tryTransfer in time", """
                                    TransferQueue<String> queue = new LinkedTransferQueue<>();
                                    new Thread(() -> { fetch(api); queue.poll(); }).start();
                                    return at(queue.tryTransfer("item", 3, TimeUnit.SECONDS));
                                    """, "true at 3000 ms"),
                            arguments("DelayQueue.take", DELAYED + """
                                    DelayQueue<Later> queue = new DelayQueue<>(List.of(new Later(2_000)));
                                    return at(queue.take());
                                    """, "due at 2000 at 2000 ms"),
                            arguments(
                                    "DelayQueue.take of what comes later and is due sooner",
                                    DELAYED + """
                                    BlockingQueue<Later> queue = new DelayQueue<>();
                                    queue.add(new Later(5_000));
                                    new Thread(() -> { fetch(api); queue.add(new Later(4_000)); }).start();
                                    return at(queue.take());
                                    """,
                                    "due at 4000 at 4000 ms"),
                            arguments("DelayQueue.poll out of time", DELAYED + """
                                    BlockingQueue<Later> queue = new DelayQueue<>();
                                    queue.add(new Later(5_000));
                                    return at(queue.poll(2, TimeUnit.SECONDS));
                                    """, "null at 2000 ms"),
                            arguments("DelayQueue.poll at the last moment", DELAYED + """
                                    BlockingQueue<Later> queue = new DelayQueue<>();
                                    queue.add(new Later(2_000));
                                    return at(queue.poll(2, TimeUnit.SECONDS));
                                    """, "due at 2000 at 2000 ms")));
        }

        private static final String DELAYED = """
                record Later(long due) implements Delayed {
                    public long getDelay(TimeUnit unit) {
                        return unit.convert(due - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
                    }
                    public int compareTo(Delayed other) {
                        return Long.compare(due, ((Later) other).due);
                    }
                    public String toString() {
                        return "due at " + due;
                    }
                }
                """;

        private static Stream<Arguments> waitsForManyTasks() {
            return Stream.of(
                    arguments("CompletionService.poll out of time", """
                            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                                CompletionService<String> service = new ExecutorCompletionService<>(executor);
                                service.submit(() -> api.get("/"));
                                return at(service.poll(2, TimeUnit.SECONDS));
                            }
                            """, "null at 2000 ms"),
                    arguments("CompletionService.poll in time", """
                            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                                CompletionService<String> service = new ExecutorCompletionService<>(executor);
                                service.submit(() -> api.get("/"));
                                return at(service.poll(3, TimeUnit.SECONDS).get());
                            }
                            """, "answer at 3000 ms"),
                    arguments("CompletableFuture.get out of time", """
                            try {
                                return at(new CompletableFuture<String>().get(2, TimeUnit.SECONDS));
                            } catch (TimeoutException e) {
                                return at("timeout");
                            }
                            """, "timeout at 2000 ms"),
                    arguments("CompletableFuture.get in time", """
                            CompletableFuture<String> future = new CompletableFuture<>();
                            new Thread(() -> { fetch(api); future.complete("answer"); }).start();
                            return at(future.get(3, TimeUnit.SECONDS));
                            """, "answer at 3000 ms"),
                    arguments("ExecutorService.invokeAll out of time", """
                            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                                Callable<String> quick = () -> { Thread.sleep(1_000); return "quick"; };
                                return at(executor.invokeAll(List.of(quick, () -> api.get("/")), 2, TimeUnit.SECONDS).stream()
                                        .map(Future::state).toList());
                            }
                            """, "[SUCCESS, CANCELLED] at 2000 ms"),
                    arguments("ExecutorService.invokeAll in time", """
                            try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
                                return at(executor.invokeAll(List.of(() -> "quick", () -> api.get("/"), () -> { throw new Exception(); }),
                                        3, TimeUnit.SECONDS).stream().map(Future::state).toList());
                            }
                            """, "[SUCCESS, SUCCESS, FAILED] at 3000 ms"),
                    arguments("ExecutorService.invokeAll of a fork/join pool out of time", """
                            try (ForkJoinPool pool = new ForkJoinPool(2)) {
                                Callable<String> slow = () -> api.get("/");
                                return at(pool.invokeAll(List.of(slow), 2, TimeUnit.SECONDS).getFirst().isCancelled());
                            }
                            """, "true at 2000 ms"),
                    arguments("ExecutorService.invokeAny out of time", """
                            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                                Callable<String> slow = () -> api.get("/");
                                return at(executor.invokeAny(List.of(slow), 2, TimeUnit.SECONDS));
                            } catch (TimeoutException e) {
                                return at("timeout");
                            }
                            """, "timeout at 2000 ms"),
                    arguments("ExecutorService.invokeAny in time", """
                            try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
                                Callable<String> slower = () -> { Thread.sleep(4_000); return "slower"; };
                                return at(executor.invokeAny(List.of(slower, () -> api.get("/")), 3, TimeUnit.SECONDS));
                            }
                            """, "answer at 3000 ms"));
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

        static Stream<String> interruptible() {
            return Stream.of(
                    "new CountDownLatch(1).await(2, TimeUnit.SECONDS)",
                    "new CyclicBarrier(2).await(2, TimeUnit.SECONDS)",
                    "new Exchanger<String>().exchange(\"\", 2, TimeUnit.SECONDS)",
                    "new Phaser(1).awaitAdvanceInterruptibly(0, 2, TimeUnit.SECONDS)",
                    "new Semaphore(1).tryAcquire(2, 2, TimeUnit.SECONDS)",
                    "new CompletableFuture<String>().get(2, TimeUnit.SECONDS)",
                    "new LinkedBlockingDeque<String>().pollLast(2, TimeUnit.SECONDS)",
                    "new LinkedTransferQueue<String>().tryTransfer(\"\", 2, TimeUnit.SECONDS)",
                    "new DelayQueue<>().poll(2, TimeUnit.SECONDS)",
                    "new ExecutorCompletionService<String>(Runnable::run).poll(2, TimeUnit.SECONDS)",
                    "Executors.newCachedThreadPool().invokeAll(List.of(() -> api.get(\"/\")), 2, TimeUnit.SECONDS)",
                    "Executors.newCachedThreadPool().invokeAny(List.of(() -> api.get(\"/\")), 2, TimeUnit.SECONDS)");
        }

        @ParameterizedTest(name = "in {0}")
        @MethodSource("interruptible")
        @DisplayName("when its wait with a limit is interrupted by somebody else")
        void interrupted(String wait) {
            LearnerSource source = learnt("", """
                    try {
                        return at(%s);
                    } catch (InterruptedException e) {
                        return at("interrupted");
                    }
                    """.formatted(wait));

            Seen seen = see(Settings.STANDARD.interruptCallerAt(Duration.ofSeconds(1)), false, source);

            assertThat(seen.run().value()).contains("interrupted at 1000 ms");
        }

        static Stream<Arguments> withoutLimit() {
            return Stream.of(
                    arguments("Object.wait()", "synchronized (this) { wait(); }"),
                    arguments(
                            "wait() of another object",
                            "Object room = new Object(); synchronized (room) { room.wait(); }"),
                    arguments(
                            "Condition.await()",
                            "Lock lock = new ReentrantLock(); Condition room = lock.newCondition(); lock.lock(); room.await();"));
        }

        @ParameterizedTest(name = "in {0}")
        @MethodSource("withoutLimit")
        @DisplayName("when it is to wake up for no reason")
        void spurious(String name, String wait) {
            LearnerSource source = learnt("", wait + " return at(Thread.currentThread().isInterrupted());");
            Settings settings = Settings.STANDARD.wakingUpSpuriously(Duration.ofSeconds(2));

            assertThat(see(settings, false, source).run().value()).contains("false at 2000 ms");
        }

        @ParameterizedTest(name = "in {0}")
        @MethodSource("withoutLimit")
        @DisplayName("and waits for ever without a limit otherwise, which is not a timed wait")
        void forEver(String name, String wait) {
            Run<Object> run = see(Settings.STANDARD, false, learnt("", wait + " return null;"))
                    .run();

            assertThat(run.end()).isEqualTo(Run.End.DEADLOCKED);
            assertThat(run.stalled()).singleElement().satisfies(stall -> {
                assertThat(stall.isTimed()).isFalse();
                assertThat(stall.operation().map(Frame::method))
                        .hasValueSatisfying(method -> assertThat(method).matches("wait0?|await"));
            });
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
    @DisplayName("keeps its timetables by the virtual clock")
    class Timetables {

        /** Notes times, and says what it has noted. */
        private static final String NOTES = """
                final List<String> notes = Collections.synchronizedList(new ArrayList<>());

                void note(String what) {
                    notes.add(what + " " + System.currentTimeMillis());
                }

                void work(String what, long millis) {
                    note(what);
                    try {
                        Thread.sleep(millis);
                    } catch (InterruptedException e) {
                        note("interrupted");
                    }
                }
                """;

        private Run<Object> run(String body) {
            return see(Settings.STANDARD.findingLeftovers(), false, learnt(NOTES, body))
                    .run();
        }

        static Stream<Arguments> pools() {
            return Stream.of(
                    arguments("schedule", """
                            pool.schedule(() -> note("b"), 2, TimeUnit.SECONDS);
                            pool.schedule(() -> note("a"), 1, TimeUnit.SECONDS);
                            pool.execute(() -> note("now"));
                            Thread.sleep(3_000);
                            """, "[now 0, a 1000, b 2000]"),
                    arguments("schedule of a value, and its delay", """
                            ScheduledFuture<String> future = pool.schedule(() -> "value", 2, TimeUnit.SECONDS);
                            Thread.sleep(500);
                            note("left " + future.getDelay(TimeUnit.MILLISECONDS));
                            note(future.get());
                            """, "[left 1500 500, value 2000]"),
                    arguments("schedule, asked with a limit", """
                            ScheduledFuture<String> future = pool.schedule(() -> "value", 2, TimeUnit.SECONDS);
                            try {
                                future.get(1, TimeUnit.SECONDS);
                            } catch (TimeoutException e) {
                                note("late");
                            }
                            note(future.get(1, TimeUnit.SECONDS));
                            """, "[late 1000, value 2000]"),
                    arguments("fixed rate", """
                            pool.scheduleAtFixedRate(() -> work("run", 300), 500, 1_000, TimeUnit.MILLISECONDS);
                            Thread.sleep(3_000);
                            """, "[run 500, run 1500, run 2500]"),
                    arguments("fixed rate that cannot be kept, without overlap", """
                            pool.scheduleAtFixedRate(() -> work("run", 1_500), 0, 1_000, TimeUnit.MILLISECONDS);
                            Thread.sleep(4_000);
                            """, "[run 0, run 1500, run 3000]"),
                    arguments(
                            "fixed rate that is caught up with",
                            """
                            Iterator<Long> lengths = List.of(2_500L, 0L, 0L, 0L, 0L).iterator();
                            pool.scheduleAtFixedRate(() -> work("run", lengths.next()), 0, 1_000, TimeUnit.MILLISECONDS);
                            Thread.sleep(4_500);
                            """,
                            "[run 0, run 2500, run 2500, run 3000, run 4000]"),
                    arguments("fixed delay", """
                            pool.scheduleWithFixedDelay(() -> work("run", 300), 500, 1_000, TimeUnit.MILLISECONDS);
                            Thread.sleep(4_000);
                            """, "[run 500, run 1800, run 3100]"),
                    arguments("a task that throws, which has no next run", """
                            ScheduledFuture<?> future = pool.scheduleAtFixedRate(() -> {
                                note("run");
                                throw new IllegalStateException();
                            }, 0, 1, TimeUnit.SECONDS);
                            Thread.sleep(3_000);
                            note(future.state().toString());
                            """, "[run 0, FAILED 3000]"),
                    arguments("a task that cancels itself", """
                            ScheduledFuture<?>[] self = new ScheduledFuture<?>[1];
                            self[0] = pool.scheduleAtFixedRate(() -> { note("run"); self[0].cancel(false); }, 1, 1, TimeUnit.SECONDS);
                            Thread.sleep(3_000);
                            """, "[run 1000]"),
                    arguments("cancel with an interrupt", """
                            ScheduledFuture<?> future = pool.scheduleAtFixedRate(() -> work("run", 5_000), 0, 1, TimeUnit.SECONDS);
                            Thread.sleep(2_000);
                            future.cancel(true);
                            Thread.sleep(2_000);
                            """, "[run 0, interrupted 2000]"),
                    arguments(
                            "two tasks of one instant, in the order in which they were made", """
                            pool.schedule(() -> note("a"), 1, TimeUnit.SECONDS);
                            pool.schedule(() -> note("b"), 1, TimeUnit.SECONDS);
                            Thread.sleep(2_000);
                            """, "[a 1000, b 1000]"));
        }

        @ParameterizedTest(name = "with {0}")
        @MethodSource("pools")
        @DisplayName("in a scheduled pool")
        void pool(String name, String body, String expected) {
            Run<Object> run = runInPool("new ScheduledThreadPoolExecutor(1)", body);

            assertThat(run.value()).contains(expected);
            assertThat(run.leftovers()).isEmpty();
            assertThat(run.leftNothing()).isTrue();
        }

        static Stream<String> ways() {
            return Stream.of(
                    "Executors.newScheduledThreadPool(1)",
                    "Executors.newScheduledThreadPool(1, Thread.ofVirtual().factory())",
                    "Executors.newSingleThreadScheduledExecutor()",
                    "Executors.newSingleThreadScheduledExecutor(Thread::new)",
                    "((IntFunction<ScheduledThreadPoolExecutor>) ScheduledThreadPoolExecutor::new).apply(1)",
                    "new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.AbortPolicy()) {}");
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("ways")
        @DisplayName("however a scheduled pool is made")
        void made(String pool) {
            Run<Object> run = runInPool(pool, """
                    pool.scheduleAtFixedRate(() -> work("run", 300), 500, 1_000, TimeUnit.MILLISECONDS);
                    Thread.sleep(3_000);
                    """);

            assertThat(run.value()).contains("[run 500, run 1500, run 2500]");
            assertThat(run.leftovers()).isEmpty();
        }

        private Run<Object> runInPool(String pool, String body) {
            return run("ScheduledExecutorService pool = " + pool + ";\n" + body
                    + "pool.close(); return notes.toString();");
        }

        static Stream<Arguments> endings() {
            return Stream.of(
                    arguments(
                            "shutdown, which waits for what is due later",
                            """
                            pool.schedule(() -> note("later"), 2, TimeUnit.SECONDS);
                            pool.scheduleAtFixedRate(() -> note("run"), 0, 1, TimeUnit.SECONDS);
                            Thread.sleep(500);
                            pool.shutdown();
                            note("terminated " + pool.awaitTermination(1, TimeUnit.DAYS));
                            """,
                            "[run 0, later 2000, terminated true 2000]"),
                    arguments(
                            "shutdown and the other policies",
                            """
                            pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
                            pool.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
                            pool.schedule(() -> note("later"), 2, TimeUnit.SECONDS);
                            ScheduledFuture<?> run = pool.scheduleAtFixedRate(() -> note("run"), 0, 1, TimeUnit.SECONDS);
                            Thread.sleep(500);
                            pool.shutdown();
                            note("terminated " + pool.awaitTermination(1, TimeUnit.SECONDS));
                            run.cancel(false);
                            note("terminated " + pool.awaitTermination(1, TimeUnit.DAYS));
                            """,
                            "[run 0, run 1000, terminated false 1500, terminated true 2000]"),
                    arguments("close, which waits for a run", """
                            pool.scheduleAtFixedRate(() -> work("run", 900), 0, 1, TimeUnit.SECONDS);
                            Thread.sleep(1_500);
                            pool.close();
                            note("closed");
                            """, "[run 0, run 1000, closed 1900]"),
                    arguments(
                            "shutdownNow, which interrupts a run",
                            """
                            pool.schedule(() -> note("later"), 2, TimeUnit.SECONDS);
                            pool.execute(() -> work("run", 5_000));
                            Thread.sleep(1_000);
                            int neverBegun = pool.shutdownNow().size();
                            note("terminated " + pool.awaitTermination(1, TimeUnit.DAYS) + " without " + neverBegun);
                            """,
                            "[run 0, interrupted 1000, terminated true without 1 1000]"),
                    arguments("tasks that are refused afterwards", """
                            pool.shutdown();
                            try {
                                pool.schedule(() -> note("later"), 2, TimeUnit.SECONDS);
                            } catch (RejectedExecutionException e) {
                                note("refused");
                            }
                            """, "[refused 0]"),
                    arguments("a cancelled task that is to go at once", """
                            pool.setRemoveOnCancelPolicy(true);
                            pool.schedule(() -> note("later"), 2, TimeUnit.SECONDS).cancel(false);
                            note("queued " + pool.getQueue().size());
                            pool.close();
                            note("closed");
                            """, "[queued 0 0, closed 0]"),
                    arguments("two threads", """
                            pool.setCorePoolSize(2);
                            pool.scheduleAtFixedRate(() -> work("a", 1_000), 0, 2, TimeUnit.SECONDS);
                            pool.scheduleAtFixedRate(() -> work("b", 1_000), 500, 2_000, TimeUnit.MILLISECONDS);
                            Thread.sleep(3_000);
                            pool.close();
                            note("closed");
                            """, "[a 0, b 500, a 2000, b 2500, closed 3500]"));
        }

        @ParameterizedTest(name = "with {0}")
        @MethodSource("endings")
        @DisplayName("to the end of a scheduled pool")
        void ending(String name, String body, String expected) {
            Run<Object> run = run("ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);\n" + body
                    + "return notes.toString();");

            assertThat(run.value()).contains(expected);
            assertThat(run.leftovers()).isEmpty();
        }

        @Test
        @DisplayName("on the threads of its own factory, with hooks of its own subclass")
        void threads() {
            Run<Object> run = run("""
                    class Pool extends ScheduledThreadPoolExecutor {
                        Pool() {
                            super(1, task -> new Thread(task, "mine"));
                        }
                        @Override
                        protected void beforeExecute(Thread thread, Runnable task) {
                            super.beforeExecute(thread, task);
                            note("before");
                        }
                    }
                    try (Pool pool = new Pool()) {
                        pool.schedule(() -> note(Thread.currentThread().getName()), 1, TimeUnit.SECONDS);
                    }
                    return notes.toString();
                    """);

            assertThat(run.value()).contains("[before 1000, mine 1000]");
        }

        @Test
        @DisplayName("and ends with its call, whatever a pool it has left would do then")
        void leftPool() {
            Run<Object> run = run("""
                    Executors.newScheduledThreadPool(1).scheduleAtFixedRate(() -> note("run"), 1, 1, TimeUnit.SECONDS);
                    return api.get("/");
                    """);

            assertThat(run.timeline()).hasMakespan(Duration.ofSeconds(3));
            assertThat(run.leftovers()).hasSize(1).allMatch(stall -> stall.isIdlePoolWorker());
        }

        @Test
        @DisplayName("and is told of a deadlock beside an idle scheduled pool")
        void deadlock() {
            Run<Object> run = run("""
                    Executors.newScheduledThreadPool(1).schedule(() -> note("run"), 1, TimeUnit.SECONDS);
                    new CountDownLatch(1).await();
                    return null;
                    """);

            assertThat(run.end()).isEqualTo(Run.End.DEADLOCKED);
        }

        static Stream<Arguments> forkJoin() {
            return Stream.of(
                    arguments("schedule", """
                            note(pool.schedule(() -> "value", 2, TimeUnit.SECONDS).get());
                            """, "[value 2000]"),
                    arguments("fixed rate", """
                            pool.scheduleAtFixedRate(() -> work("run", 300), 500, 1_000, TimeUnit.MILLISECONDS);
                            Thread.sleep(3_000);
                            """, "[run 500, run 1500, run 2500]"),
                    arguments("fixed delay", """
                            ScheduledFuture<?> future = pool.scheduleWithFixedDelay(() -> work("run", 300), 500, 1_000, TimeUnit.MILLISECONDS);
                            Thread.sleep(3_000);
                            future.cancel(true);
                            """, "[run 500, run 1800]"));
        }

        @ParameterizedTest(name = "with {0}")
        @MethodSource("forkJoin")
        @DisplayName("in a fork/join pool")
        void forkJoinPool(String name, String body, String expected) {
            Run<Object> run =
                    run("try (ForkJoinPool pool = new ForkJoinPool(2)) {\n" + body + "} return notes.toString();");

            assertThat(run.value()).contains(expected);
            assertThat(run.leftovers()).isEmpty();
        }

        static Stream<Arguments> timers() {
            return Stream.of(
                    arguments("one run", """
                            timer.schedule(task(() -> note("run")), 2_000);
                            timer.schedule(task(() -> note("date")), new Date(System.currentTimeMillis() + 1_000));
                            Thread.sleep(3_000);
                            """, "[date 1000, run 2000]"),
                    arguments("a delay between runs", """
                            timer.schedule(task(() -> work("run", 300)), 500, 1_000);
                            Thread.sleep(3_000);
                            """, "[run 500, run 1500, run 2500]"),
                    arguments("a delay between runs that take longer", """
                            Iterator<Long> lengths = List.of(1_500L, 1_500L, 0L).iterator();
                            timer.schedule(task(() -> work("run", lengths.next())), 0, 1_000);
                            Thread.sleep(3_500);
                            """, "[run 0, run 1500, run 3000]"),
                    arguments(
                            "a fixed rate that is caught up with",
                            """
                            Iterator<Long> lengths = List.of(2_500L, 0L, 0L, 0L, 0L).iterator();
                            timer.scheduleAtFixedRate(task(() -> work("run", lengths.next())), 0, 1_000);
                            Thread.sleep(4_500);
                            """,
                            "[run 0, run 2500, run 2500, run 3000, run 4000]"),
                    arguments("a task that is cancelled", """
                            TimerTask task = task(() -> note("run"));
                            timer.schedule(task, 1_000, 1_000);
                            Thread.sleep(1_500);
                            note(task.cancel() + " " + task.cancel() + " " + task.scheduledExecutionTime());
                            Thread.sleep(1_500);
                            """, "[run 1000, true false 1000 1500]"),
                    arguments(
                            "a task that throws, which ends the timer",
                            """
                            timer.schedule(task(() -> { note("run"); throw new IllegalStateException("expected"); }), 1_000, 1_000);
                            Thread.sleep(3_000);
                            try {
                                timer.schedule(task(() -> {}), 1);
                            } catch (IllegalStateException e) {
                                note(e.getMessage());
                            }
                            """,
                            "[run 1000, Timer already cancelled. 3000]"));
        }

        @ParameterizedTest(name = "with {0}")
        @MethodSource("timers")
        @DisplayName("in a timer")
        void timer(String name, String body, String expected) {
            String task = """
                    TimerTask task(Runnable body) {
                        return new TimerTask() {
                            @Override
                            public void run() {
                                body.run();
                            }
                        };
                    }
                    """;
            Run<Object> run = see(
                            Settings.STANDARD.findingLeftovers(),
                            false,
                            learnt(
                                    NOTES + task,
                                    "java.util.Timer timer = new java.util.Timer(true);\n" + body
                                            + "timer.cancel(); return notes.toString();"))
                    .run();

            assertThat(run.value()).contains(expected);
            assertThat(run.leftovers()).isEmpty();
        }

        @Test
        @DisplayName("and leaves the thread of a timer behind that was not cancelled")
        void leftTimer() {
            assertThat(run("new java.util.Timer(\"tick\"); return null;").leftovers())
                    .hasSize(1);
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
                            "a field of a nested class",
                            "static class Count { long served; } final Count count = new Count();",
                            "onTwoThreads(() -> count.served += 1);",
                            "Count.served"),
                    arguments(
                            "an array element",
                            "",
                            "long[] total = new long[1]; onTwoThreads(() -> total[0] += 1);",
                            "long[0]"),
                    arguments(
                            "VarHandle.set of a field",
                            handle("long total;", "findVarHandle"),
                            "onTwoThreads(() -> TOTAL.set(this, (long) TOTAL.get(this) + 1));",
                            "Snippet.total"),
                    arguments(
                            "VarHandle.set of a static field",
                            handle("static long total;", "findStaticVarHandle"),
                            "onTwoThreads(() -> TOTAL.set((long) TOTAL.get() + 1));",
                            "Snippet.total"),
                    arguments(
                            "VarHandle.set of a field of a nested class",
                            "static class Count { long total; } final Count count = new Count();"
                                    + handle("", "findVarHandle").replace("Snippet.class", "Count.class"),
                            "onTwoThreads(() -> TOTAL.set(count, (long) TOTAL.get(count) + 1));",
                            "Count.total"),
                    arguments("VarHandle.set of an array element", "", """
                            var element = java.lang.invoke.MethodHandles.arrayElementVarHandle(long[].class);
                            long[] total = new long[1];
                            onTwoThreads(() -> element.set(total, 0, (long) element.get(total, 0) + 1));
                            """, "long[0]"));
        }

        /** A variable, and a handle of it that is called TOTAL. */
        private static String handle(String variable, String find) {
            return variable + """
                     private static final java.lang.invoke.VarHandle TOTAL = handle();
                    private static java.lang.invoke.VarHandle handle() {
                        try {
                            return java.lang.invoke.MethodHandles.lookup().%s(Snippet.class, "total", long.class);
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    """.formatted(find);
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

        static Stream<Arguments> meeting() {
            return Stream.of(
                    arguments("a volatile field", "volatile long total;", "onTwoThreads(() -> total += 1);"),
                    arguments(
                            "VarHandle.setVolatile",
                            handle("long total;", "findVarHandle"),
                            "onTwoThreads(() -> TOTAL.setVolatile(this, (long) TOTAL.getVolatile(this) + 1));"),
                    arguments(
                            "VarHandle.setRelease of a static field",
                            handle("static long total;", "findStaticVarHandle"),
                            "onTwoThreads(() -> TOTAL.setRelease((long) TOTAL.getAcquire() + 1));"));
        }

        @ParameterizedTest(name = "as in {0}")
        @MethodSource("meeting")
        @DisplayName("and told of a meeting at a volatile variable, which is no data race")
        void volatileVariable(String name, String members, String body) {
            assertThat(races(members, body))
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
                            "VarHandle.getAndAdd",
                            handle("long total;", "findVarHandle"),
                            "onTwoThreads(() -> TOTAL.getAndAdd(this, 1L));"),
                    arguments("VarHandle.compareAndSet", handle("long total;", "findVarHandle"), """
                            onTwoThreads(() -> {
                                long before;
                                do {
                                    before = (long) TOTAL.get(this);
                                } while (!TOTAL.compareAndSet(this, before, before + 1));
                            });
                            """),
                    arguments("VarHandle.set under a lock", handle("long total;", "findVarHandle"), """
                            onTwoThreads(() -> {
                                synchronized (this) {
                                    TOTAL.set(this, (long) TOTAL.get(this) + 1);
                                }
                            });
                            """),
                    arguments("handles of two fields", "Object one; Object other;", """
                            var lookup = java.lang.invoke.MethodHandles.lookup();
                            var one = lookup.findVarHandle(Snippet.class, "one", Object.class);
                            var other = lookup.findVarHandle(Snippet.class, "other", Object.class);
                            AtomicInteger next = new AtomicInteger();
                            onTwoThreads(() -> {
                                if (next.getAndIncrement() == 0) {
                                    one.set(this, (Object) "");
                                } else {
                                    other.set(this, (Object) "");
                                }
                            });
                            """),
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

        private static final String LOOK_AND_ACT = """
                AtomicLong total = new AtomicLong();
                Object lock = new Object();
                onTwoThreads(() -> {
                    long old;
                    synchronized (lock) { old = total.get(); }
                    synchronized (lock) { total.addAndGet(old + 1 - total.get()); }
                });
                return total.get();
                """;

        @Test
        @DisplayName("and comes between two locks of another thread, if threads are to let others go first")
        void betweenLocks() {
            Settings settings = Settings.STANDARD.yieldingBeforeLocks();

            assertThat(see(settings, true, learnt("", LOOK_AND_ACT)).run().value())
                    .contains(1L);
        }

        @Test
        @DisplayName("and comes between two synchronized methods of another thread too")
        void betweenSynchronizedMethods() {
            String members = "long total; synchronized long look() { return total; }"
                    + " synchronized void act(long sum) { total = sum; }";
            LearnerSource source = learnt(members, "onTwoThreads(() -> act(look() + 1)); return look();");

            assertThat(see(Settings.STANDARD.yieldingBeforeLocks(), true, source)
                            .run()
                            .value())
                    .contains(1L);
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
                    var element = java.lang.invoke.MethodHandles.arrayElementVarHandle(long[].class);
                    long[] totals = new long[1];
                    element.getAndAdd(totals, 0, 1L);
                    element.setRelease(totals, 0, (long) element.getAcquire(totals, 0));
                    element.set(totals, 0, (long) element.get(totals, 0));
                    """);

            assertThat(watch.synchronisations()).isEqualTo(12);
            assertThat(watch.locks()).isEqualTo(5);
        }

        @Test
        @DisplayName("as it changes maps and queues that are made for sharing, and no others")
        void sharedCollections() {
            String changes = """
                    map.replace("soup", 2); map.replace("soup", 2, 3); map.computeIfPresent("soup", (dish, n) -> n + 1);
                    queue.add("soup"); queue.offer("soup");
                    """;

            assertThat(watch("var map = new ConcurrentHashMap<>(Map.of(\"soup\", 1));"
                                    + " var queue = new LinkedBlockingQueue<String>(); queue.put(\"soup\");" + changes)
                            .synchronisations())
                    .isEqualTo(6);
            assertThat(watch("var map = new HashMap<>(Map.of(\"soup\", 1)); var queue = new ArrayDeque<String>();"
                                    + changes)
                            .synchronisations())
                    .isZero();
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
        @DisplayName("as it cancels what goes on all the same")
        void vainCancels() {
            assertThat(watch("""
                            new CompletableFuture<>().cancel(true);
                            new FutureTask<>(() -> 1).cancel(false);
                            new FutureTask<>(() -> 1).cancel(true);
                            CompletableFuture.completedFuture(1).cancel(true);
                            """).vainCancels()).isEqualTo(2);
        }

        @Test
        @DisplayName("as it makes executors")
        void executors() {
            assertThat(watch("Executors.newFixedThreadPool(1).shutdown(); new ForkJoinPool(1).shutdown();")
                            .executors())
                    .isEqualTo(2);
        }
    }

    @Nested
    @DisplayName("ends in its loops once its run is over")
    class LeftSpinning {

        static Stream<Arguments> loops() {
            return Stream.of(
                    arguments("waits for a place in a queue that stays full", """
                            Queue<String> queue = new ArrayBlockingQueue<>(1);
                            queue.add("soup");
                            while (!queue.offer("roast")) {
                                Thread.onSpinWait();
                            }
                            """),
                    arguments("waits for a variable without a call", "while (!done) {}"),
                    arguments("asks again at the end of each round", "do { Thread.onSpinWait(); } while (!done);"),
                    arguments("has no end", "for (int rounds = 0; ; rounds++) { rounds += 2; }"),
                    arguments("catches what would end it", """
                            for (;;) {
                                try {
                                    while (!done) {}
                                } catch (Throwable stubborn) {
                                    continue;
                                }
                            }
                            """));
        }

        private Thread left(String threads, String loop) {
            String members = "static volatile boolean done;\nstatic void spin() {\n" + loop + "}\n";
            String body = """
                    Thread spinning = Thread.%s().start(() -> spin());
                    Thread.startVirtualThread(() -> fetch(api));
                    return spinning;
                    """.formatted(threads);
            Run<Object> run =
                    see(Settings.STANDARD, false, learnt(members, body)).run();
            assertThat(run.end()).isEqualTo(Run.End.RETURNED);
            return (Thread) run.value().orElseThrow();
        }

        @ParameterizedTest(name = "if it {0}")
        @MethodSource("loops")
        @DisplayName("on a virtual thread, which nobody else can interrupt")
        void virtual(String name, String loop) {
            Thread spinning = left("ofVirtual", loop);

            await().until(() -> !spinning.isAlive());
        }

        @ParameterizedTest(name = "if it {0}")
        @MethodSource("loops")
        @DisplayName("on a platform thread")
        void platform(String name, String loop) {
            Thread spinning = left("ofPlatform().daemon", loop);

            await().until(() -> !spinning.isAlive());
        }

        @Test
        @DisplayName("but not where the grader itself looks at what the call has returned")
        void looked() {
            String numbers = """
                    static List<Integer> squares(int size) {
                        return new AbstractList<>() {
                            @Override
                            public Integer get(int index) {
                                int square = 0;
                                for (int i = 0; i < index; i++) {
                                    square += index;
                                }
                                return square;
                            }
                            @Override
                            public int size() {
                                return size;
                            }
                        };
                    }
                    """;
            Run<Object> run = see(Settings.STANDARD, false, learnt(numbers, "return squares(4);"))
                    .run();

            assertThat(run.value()).contains(List.of(0, 1, 4, 9));
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

    @Test
    @DisplayName("may have types of its own where branches meet")
    void ownTypesMerged() {
        LearnerSource source = learnt(
                "interface Dish {}\nrecord Soup() implements Dish {}\nrecord Roast(int weight) implements Dish {}",
                "Dish dish = System.nanoTime() == 0 ? new Soup() : new Roast(1);\nreturn dish.toString();");
        source.compileTo(classes);
        LearnerLoader loader = new LearnerLoader(new LearnerClasses(ClassSource.directory(classes)));

        assertThat(see(Settings.STANDARD, false, source, loader).run().value()).contains("Soup[]");
    }
}
