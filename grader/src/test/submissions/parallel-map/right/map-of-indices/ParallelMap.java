// Idea: results in a concurrent map by their numbers, put in order at the end.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import twostoves.contract.ParallelMapContract;

public final class ParallelMap implements ParallelMapContract {

    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers)
            throws InterruptedException {
        Objects.requireNonNull(items);
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        Map<Integer, R> results = new ConcurrentSkipListMap<>();
        BlockingQueue<Integer> waiting = new LinkedBlockingQueue<>();
        IntStream.range(0, items.size()).forEach(waiting::add);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        int threads = Math.min(workers, items.size());
        CountDownLatch ended = new CountDownLatch(threads);
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < threads; i++) {
                pool.execute(() -> {
                    try {
                        for (Integer n = waiting.poll(); n != null; n = waiting.poll()) {
                            results.put(n, f.apply(items.get(n)));
                        }
                    } catch (Throwable e) {
                        waiting.clear();
                        failure.compareAndSet(null, e);
                    } finally {
                        ended.countDown();
                    }
                });
            }
            ended.await();
        } finally {
            waiting.clear();
            pool.close();
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return new ArrayList<>(results.values());
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
