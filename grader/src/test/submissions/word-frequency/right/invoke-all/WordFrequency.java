// Idea: invokeAll with a task for each document.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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

        List<Callable<Map<String, Long>>> tasks = new ArrayList<>();
        for (String document : documents) {
            tasks.add(() -> countWords(words.apply(document)));
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            Map<String, Long> counts = new TreeMap<>();
            for (Future<Map<String, Long>> part : pool.invokeAll(tasks)) {
                part.get().forEach((word, count) -> counts.merge(word, count, Long::sum));
            }
            return counts;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        } finally {
            pool.shutdownNow();
            while (!pool.awaitTermination(1, TimeUnit.HOURS)) {
                continue;
            }
        }
    }

    private static Map<String, Long> countWords(List<String> words) {
        Map<String, Long> counts = new HashMap<>();
        for (String word : words) {
            counts.merge(word, 1L, Long::sum);
        }
        return counts;
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
