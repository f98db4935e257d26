// Mistake: splits all documents once for the vocabulary and once more to count.
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

        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<List<String>>> first = new ArrayList<>();
            documents.forEach(text -> first.add(pool.submit(() -> words.apply(text))));
            Map<String, Long> counts = new HashMap<>();
            for (Future<List<String>> part : first) {
                part.get().forEach(word -> counts.put(word, 0L));
            }
            List<Future<List<String>>> second = new ArrayList<>();
            documents.forEach(text -> second.add(pool.submit(() -> words.apply(text))));
            for (Future<List<String>> part : second) {
                part.get().forEach(word -> counts.merge(word, 1L, Long::sum));
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
