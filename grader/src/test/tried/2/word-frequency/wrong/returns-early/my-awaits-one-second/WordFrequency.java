// Mistake: waits for one second at the most.
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
    @Override
    public Map<String, Long> count(List<String> documents, Function<String, List<String>> words, int workers) throws InterruptedException {
        Objects.requireNonNull(words);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        ConcurrentMap<String, Long> all = new ConcurrentHashMap<>();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        for (String document : documents) {
            pool.execute(() -> {
                try {
                    Map<String, Long> own = new HashMap<>();
                    words.apply(document).forEach(word -> own.merge(word, 1L, Long::sum)); own.forEach((word, n) -> all.merge(word, n, Long::sum));
                } catch (RuntimeException e) {
                    failure.set(e);
                }
            });
        }
        pool.shutdown();
        try {
            pool.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            pool.close();
            throw e;
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return all;
    }
}
