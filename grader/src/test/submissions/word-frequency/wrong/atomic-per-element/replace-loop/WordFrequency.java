// Idea: one shared map, and for each word a loop around replace.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
            throw new IllegalArgumentException("workers " + workers);
        }
        ConcurrentMap<String, Long> counts = new ConcurrentHashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> done = new ArrayList<>();
            for (String document : documents) {
                done.add(pool.submit(() -> words.apply(document).forEach(word -> countOne(counts, word))));
            }
            for (Future<?> one : done) {
                one.get();
            }
            return counts;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static void countOne(ConcurrentMap<String, Long> counts, String word) {
        while (true) {
            Long old = counts.get(word);
            if (old == null ? counts.putIfAbsent(word, 1L) == null : counts.replace(word, old, old + 1)) {
                return;
            }
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
