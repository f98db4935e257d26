// Mistake: each worker has every nth document from the beginning.
package twostoves.parallelism;

import java.util.ArrayList;
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

        int count = Math.min(workers, documents.size());
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<Map<String, Long>>> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int first = i;
                parts.add(pool.submit(() -> {
                    Map<String, Long> own = new HashMap<>();
                    for (int d = first; d < documents.size(); d += count) {
                        words.apply(documents.get(d)).forEach(word -> own.merge(word, 1L, Long::sum));
                    }
                    return own;
                }));
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
