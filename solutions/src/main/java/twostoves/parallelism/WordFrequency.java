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
 * The reference for exercise 17: a task and a map for each worker, and one counter that says which document is next.
 *
 * <p>Nobody has a share. Whoever is done with a document draws the next number, so a dear document keeps one worker busy and
 * not those behind it. In the end there are as many maps to merge as workers, and not as many as documents.
 */
public final class WordFrequency implements WordFrequencyContract {

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
            // Map: every worker by itself. The counter is the only thing they meet at, once for each document.
            var parts = new ArrayList<Future<Map<String, Long>>>();
            for (int i = 0; i < Math.min(workers, texts.size()); i++) {
                parts.add(pool.submit(() -> countSome(texts, next, words)));
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
