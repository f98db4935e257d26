package twostoves.parallelism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import twostoves.contract.WordFrequencyContract;

/**
 * Exercise 17 with one task for each document, a map for each task, and all maps merged by the caller.
 *
 * <p>The queue of the pool does the balancing, and there is no counter to think of. But the caller merges as many maps as
 * there are documents, and that is work which nobody shares with it. Prefer it where to split a document takes far longer
 * than to merge what was counted.
 */
public final class WordFrequencyWithTaskPerDocument implements WordFrequencyContract {

    @Override
    public Map<String, Long> count(List<String> documents, Function<String, List<String>> words, int workers)
            throws InterruptedException {
        Objects.requireNonNull(documents);
        Objects.requireNonNull(words);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        try (var pool = Executors.newFixedThreadPool(workers)) {
            // Map: every document by itself, nothing shared.
            var parts = new ArrayList<Future<Map<String, Long>>>();
            for (String document : documents) {
                parts.add(pool.submit(() -> countWords(words.apply(document))));
            }
            // Reduce: one thread puts the parts together, so the map needs no lock.
            var counts = new HashMap<String, Long>();
            for (Future<Map<String, Long>> part : parts) {
                part.get().forEach((word, count) -> counts.merge(word, count, Long::sum));
            }
            return counts;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static Map<String, Long> countWords(List<String> words) {
        var counts = new HashMap<String, Long>();
        for (String word : words) {
            counts.merge(word, 1L, Long::sum);
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
