// Idea: parts are merged in the order in which they are there.
package twostoves.parallelism;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try (pool) {
            CompletionService<List<String>> service = new ExecutorCompletionService<>(pool);
            documents.forEach(text -> service.submit(() -> words.apply(text)));
            Map<String, Long> counts = new HashMap<>();
            for (int i = 0; i < documents.size(); i++) {
                for (String word : service.take().get()) {
                    counts.merge(word, 1L, Long::sum);
                }
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
