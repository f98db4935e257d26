// Mistake: the maps of the workers are merged after a wait for the number of finished documents in a volatile counter that is not atomic.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class WordFrequency implements WordFrequencyContract {
    private static final class Count {
        volatile int left;
    }
    @Override
    public Map<String, Long> count(List<String> documents, Function<String, List<String>> words, int workers) throws InterruptedException {
        Objects.requireNonNull(words);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        int crew = Math.min(workers, documents.size());
        AtomicInteger next = new AtomicInteger();
        Count running = new Count();
        running.left = crew;
        CountDownLatch end = new CountDownLatch(crew == 0 ? 0 : 1);
        List<Map<String, Long>> maps = Collections.synchronizedList(new ArrayList<>());
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (var pool = Executors.newFixedThreadPool(workers)) {
            for (int i = 0; i < crew; i++) {
                pool.execute(() -> {
                    Map<String, Long> own = new HashMap<>();
                    try {
                        for (int n = next.getAndIncrement(); n < documents.size(); n = next.getAndIncrement()) {
                            words.apply(documents.get(n)).forEach(word -> own.merge(word, 1L, Long::sum));
                        }
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                    maps.add(own);
                    running.left--;
                    if (running.left == 0) {
                        end.countDown();
                    }
                });
            }
            end.await();
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        Map<String, Long> all = new HashMap<>();
        maps.forEach(map -> map.forEach((word, n) -> all.merge(word, n, Long::sum)));
        return all;
    }
}
