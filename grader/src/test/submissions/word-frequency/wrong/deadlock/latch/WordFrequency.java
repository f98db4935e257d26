// Mistake: a latch that is not counted down where a document fails.
package twostoves.parallelism;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import twostoves.contract.WordFrequencyContract;

public final class WordFrequency implements WordFrequencyContract {

    @Override
    public Map<String, Long> count(List<String> documents, Function<String, List<String>> words, int workers)
            throws InterruptedException {
        Objects.requireNonNull(documents);
        Objects.requireNonNull(words);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        CountDownLatch done = new CountDownLatch(documents.size());
        ConcurrentMap<Integer, Map<String, Long>> parts = new ConcurrentHashMap<>();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (int i = 0; i < documents.size(); i++) {
                int index = i;
                pool.execute(() -> {
                    try {
                        parts.put(index, countWords(words.apply(documents.get(index))));
                        done.countDown();
                    } catch (RuntimeException e) {
                        failure.set(e);
                    }
                });
            }
            done.await();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        Map<String, Long> counts = new HashMap<>();
        parts.values().forEach(part -> part.forEach((word, count) -> counts.merge(word, count, Long::sum)));
        return counts;
    }

    private static Map<String, Long> countWords(List<String> words) {
        Map<String, Long> counts = new HashMap<>();
        for (String word : words) {
            counts.merge(word, 1L, Long::sum);
        }
        return counts;
    }
}
