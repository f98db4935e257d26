// Mistake: documents are shared out by the length of their texts, which says nothing of their cost.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

        List<String> longestFirst = new ArrayList<>(documents);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        List<List<String>> shares = new ArrayList<>();
        long[] lengths = new long[workers];
        for (int i = 0; i < workers; i++) {
            shares.add(new ArrayList<>());
        }
        for (String text : longestFirst) {
            int least = 0;
            for (int i = 1; i < workers; i++) {
                if (lengths[i] < lengths[least]) {
                    least = i;
                }
            }
            shares.get(least).add(text);
            lengths[least] += text.length() + 1;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<Map<String, Long>>> parts = new ArrayList<>();
            for (List<String> share : shares) {
                if (!share.isEmpty()) {
                    parts.add(pool.submit(() -> {
                        Map<String, Long> own = new HashMap<>();
                        share.forEach(text -> words.apply(text).forEach(word -> own.merge(word, 1L, Long::sum)));
                        return own;
                    }));
                }
            }
            Map<String, Long> counts = new HashMap<>();
            for (Future<Map<String, Long>> part : parts) {
                part.get().forEach((word, n) -> counts.merge(word, n, Long::sum));
            }
            return counts;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
