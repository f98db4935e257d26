package twostoves.parallelism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import twostoves.contract.WordFrequencyContract;

/**
 * Exercise 17 with one long task for each worker: it draws the number of the next document, as at a counter, until there
 * is none left, and keeps one map for all that it has counted.
 *
 * <p>There are as many maps as workers and not as many as documents. Prefer it where there are very many documents, or
 * where the maps are large. The one thing the workers share is the number, and they meet there once for each document.
 */
public final class WordFrequencyWithTickets implements WordFrequencyContract {

    @Override
    public Map<String, Long> count(List<String> documents, Function<String, List<String>> words, int workers)
            throws InterruptedException {
        Objects.requireNonNull(documents);
        Objects.requireNonNull(words);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        List<String> texts = List.copyOf(documents);
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(workers)) {
            var parts = new ArrayList<Future<Map<String, Long>>>();
            for (int i = 0; i < Math.min(workers, texts.size()); i++) {
                parts.add(pool.submit(() -> countSome(texts, next, words)));
            }
            var counts = new HashMap<String, Long>();
            for (Future<Map<String, Long>> part : parts) {
                part.get().forEach((word, count) -> counts.merge(word, count, Long::sum));
            }
            return counts;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static Map<String, Long> countSome(
            List<String> texts, AtomicInteger next, Function<String, List<String>> words) {
        var counts = new HashMap<String, Long>();
        for (int i = next.getAndIncrement(); i < texts.size(); i = next.getAndIncrement()) {
            for (String word : words.apply(texts.get(i))) {
                counts.merge(word, 1L, Long::sum);
            }
        }
        return counts;
    }

    /** A future wraps what its task threw; the caller is to see the exception of the function itself. */
    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
