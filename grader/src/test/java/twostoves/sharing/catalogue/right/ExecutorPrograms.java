package twostoves.sharing.catalogue.right;

import static twostoves.sharing.catalogue.Steps.*;

import java.util.*;
import java.util.concurrent.*;
import twostoves.contract.Program;
import twostoves.sharing.catalogue.Box;

/** Executors and futures of every kind. */
public final class ExecutorPrograms {

    private ExecutorPrograms() {}

    /** What the tasks wrote is read after their futures were asked. */
    public static final class InvokeAll implements Program {
        @Override
        public void run() throws Exception {
            Box[] boxes = {new Box(), new Box(), new Box()};
            try (ExecutorService pool = Executors.newCachedThreadPool()) {
                List<Callable<Box>> tasks = new ArrayList<>();
                for (Box box : boxes) {
                    tasks.add(() -> {
                        box.value++;
                        return box;
                    });
                }
                for (Future<Box> future : pool.invokeAll(tasks)) {
                    future.get().value++;
                }
            }
            demand(boxes[0].value + boxes[1].value + boxes[2].value == 6);
        }
    }

    /** Closing a pool waits for its tasks. */
    public static final class CloseThenRead implements Program {
        @Override
        public void run() throws Exception {
            Box[] boxes = {new Box(), new Box(), new Box()};
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                for (Box box : boxes) {
                    pool.execute(() -> box.value = 7);
                }
            }
            for (Box box : boxes) {
                demand(box.value == 7);
            }
        }
    }

    /** A single thread runs one task after the other, and its end is awaited. */
    public static final class AwaitTermination implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            ExecutorService pool = Executors.newSingleThreadExecutor();
            for (int i = 0; i < 5; i++) {
                pool.submit(() -> box.value++);
            }
            pool.shutdown();
            demand(pool.awaitTermination(1, TimeUnit.MINUTES));
            demand(box.value == 5);
        }
    }

    /** The end of a pool is asked for again and again. */
    public static final class AskedWhetherTerminated implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            ExecutorService pool = Executors.newSingleThreadExecutor();
            pool.submit(() -> box.value++);
            pool.shutdown();
            while (!pool.isTerminated()) {
                Thread.sleep(1);
            }
            demand(box.value == 1);
        }
    }

    /** The end of a task is asked for again and again. */
    public static final class AskedWhetherDone implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
                Future<?> future = pool.submit(() -> box.value++);
                while (!future.isDone()) {
                    Thread.onSpinWait();
                }
                demand(box.value == 1);
            }
        }
    }

    /** Closing an executor of virtual threads waits for them. */
    public static final class VirtualPerTaskClose implements Program {
        @Override
        public void run() throws Exception {
            Box[] boxes = new Box[8];
            Arrays.setAll(boxes, Box::new);
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Box box : boxes) {
                    executor.execute(() -> box.value = 7);
                }
            }
            for (Box box : boxes) {
                demand(box.value == 7);
            }
        }
    }

    /** The results of virtual threads that sleep are asked for. */
    public static final class VirtualSubmitGet implements Program {
        @Override
        public void run() throws Exception {
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Box>> futures = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    int number = i;
                    futures.add(executor.submit(() -> {
                        Thread.sleep(1);
                        return new Box(number);
                    }));
                }
                int sum = 0;
                for (Future<Box> future : futures) {
                    sum += future.get().value;
                }
                demand(sum == 15);
            }
        }
    }

    /** A thread factory makes a thread for each task. */
    public static final class ThreadPerTask implements Program {
        @Override
        public void run() throws Exception {
            Box first = new Box();
            Box second = new Box();
            ThreadFactory factory = Thread.ofPlatform().daemon().factory();
            try (ExecutorService executor = Executors.newThreadPerTaskExecutor(factory)) {
                executor.invokeAll(List.of(() -> first.value = 1, () -> second.value = 2));
                demand(first.value + second.value == 3);
            }
        }
    }

    /** What the factory wrote is known to the thread that it makes. */
    public static final class OwnThreadFactory implements Program {
        @Override
        public void run() throws Exception {
            Box made = new Box();
            ThreadFactory factory = task -> {
                made.value++;
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            };
            try (ExecutorService pool = Executors.newFixedThreadPool(1, factory)) {
                int seen = pool.submit(() -> made.value).get();
                demand(seen == 1);
            }
        }
    }

    /** A future task is run by a thread of its own. */
    public static final class TaskOfItsOwn implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            FutureTask<Integer> task = new FutureTask<>(() -> {
                box.value = 3;
                return 1;
            });
            new Thread(task).start();
            demand(task.get() == 1 && box.value == 3);
        }
    }

    /** A completion service hands results on as they come. */
    public static final class InOrderOfCompletion implements Program {
        @Override
        public void run() throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(3);
            ExecutorCompletionService<Box> service = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < 4; i++) {
                int number = i;
                service.submit(() -> new Box(number));
            }
            int sum = 0;
            for (int i = 0; i < 4; i++) {
                Box box = service.take().get();
                box.value++;
                sum += box.value;
            }
            pool.shutdown();
            demand(sum == 10);
        }
    }

    /** A periodic task never overlaps with itself. */
    public static final class Timetable implements Program {
        @Override
        public void run() throws Exception {
            ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
            Box box = new Box();
            CountDownLatch three = new CountDownLatch(3);
            Runnable task = () -> {
                box.value++;
                three.countDown();
            };
            ScheduledFuture<?> future = pool.scheduleAtFixedRate(task, 0, 1, TimeUnit.MILLISECONDS);
            three.await();
            future.cancel(false);
            pool.shutdown();
            demand(pool.awaitTermination(1, TimeUnit.MINUTES));
            demand(box.value >= 3);
        }
    }

    /** A timer runs its task later. */
    public static final class TaskOfATimer implements Program {
        @Override
        public void run() throws Exception {
            Timer timer = new Timer(true);
            Box box = new Box(1);
            CountDownLatch done = new CountDownLatch(1);
            TimerTask task = new TimerTask() {
                @Override
                public void run() {
                    box.value++;
                    done.countDown();
                }
            };
            timer.schedule(task, 1);
            done.await();
            timer.cancel();
            demand(box.value == 2);
        }
    }

    /** What a task did before it failed is known to whoever hears of the failure. */
    public static final class FailedTask implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
                Future<?> future = pool.submit((Runnable) () -> {
                    box.value = 1;
                    throw new IllegalStateException("expected");
                });
                try {
                    future.get();
                    demand(false);
                } catch (ExecutionException expected) {
                    demand(box.value == 1);
                }
            }
        }
    }

    /** The first of several results is taken, and a task that sleeps is cancelled. */
    public static final class FirstOfSeveral implements Program {
        @Override
        public void run() throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            Box box = new Box(1);
            List<Callable<Integer>> tasks = List.of(() -> box.value, () -> box.value);
            demand(pool.invokeAny(tasks) == 1);
            Future<?> future = pool.submit(() -> {
                Thread.sleep(60_000);
                return null;
            });
            future.cancel(true);
            pool.shutdownNow();
            demand(pool.awaitTermination(1, TimeUnit.MINUTES));
            box.value++;
            demand(box.value == 2);
        }
    }

    /** A map that only the one thread of a pool uses. */
    public static final class ConfinedToOneThread implements Program {
        @Override
        public void run() throws Exception {
            Map<String, Integer> counts = new HashMap<>();
            try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
                for (int i = 0; i < 5; i++) {
                    pool.submit(() -> counts.merge("soup", 1, Integer::sum));
                }
            }
            demand(counts.get("soup") == 5);
        }
    }

    /** Each stage of a chain knows what the one before it wrote. */
    public static final class Chain implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            CompletableFuture.runAsync(() -> box.value = 1)
                    .thenRunAsync(() -> box.value++)
                    .thenAcceptAsync(nothing -> box.value++)
                    .thenRun(() -> box.value++)
                    .join();
            demand(box.value == 4);
        }
    }

    /** What comes after all of several stages knows what they wrote. */
    public static final class AllOf implements Program {
        @Override
        public void run() throws Exception {
            Box[] boxes = {new Box(), new Box(), new Box()};
            CompletableFuture<?>[] stages = new CompletableFuture<?>[3];
            for (int i = 0; i < 3; i++) {
                Box box = boxes[i];
                stages[i] = CompletableFuture.runAsync(() -> box.value = 5);
            }
            Runnable after = () -> {
                for (Box box : boxes) {
                    box.value++;
                }
            };
            CompletableFuture.allOf(stages).thenRun(after).join();
            demand(boxes[0].value + boxes[1].value + boxes[2].value == 18);
        }
    }

    /** A thread completes a future with what it made. */
    public static final class CompletedByHand implements Program {
        @Override
        public void run() throws Exception {
            CompletableFuture<Box> future = new CompletableFuture<>();
            start(() -> {
                Box box = new Box();
                box.value = 9;
                future.complete(box);
            });
            Box box = future.get(1, TimeUnit.MINUTES);
            box.value++;
            demand(box.value == 10);
        }
    }

    /** A stage looks at what was written before the failure. */
    public static final class CompletedByFailure implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            CompletableFuture<Integer> future = CompletableFuture.supplyAsync(() -> {
                box.value = 2;
                throw new IllegalStateException("expected");
            });
            demand(future.exceptionally(thrown -> box.value).join() == 2);
        }
    }

    /** Two halves are combined. */
    public static final class Combined implements Program {
        @Override
        public void run() throws Exception {
            CompletableFuture<Box> left = CompletableFuture.supplyAsync(() -> new Box(1));
            CompletableFuture<Box> right = CompletableFuture.supplyAsync(() -> new Box(2));
            CompletableFuture<Box> sum = left.thenCombine(right, (a, b) -> {
                a.value += b.value;
                return a;
            });
            demand(sum.join().value == 3);
        }
    }

    /** A delayed executor hands the task on later. */
    public static final class Delayed implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box(1);
            Executor later = CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS);
            CompletableFuture.runAsync(() -> box.value++, later).get();
            box.value++;
            demand(box.value == 3);
        }
    }
}
