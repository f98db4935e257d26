// Mistake: hands out a batch of documents, and waits for all of it.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
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
            Map<String, Long> counts = new HashMap<>();
            for (int from = 0; from < documents.size(); from += workers) {
                List<Callable<List<String>>> batch = new ArrayList<>();
                for (String text : documents.subList(from, Math.min(from + workers, documents.size()))) {
                    batch.add(() -> words.apply(text));
                }
                for (Future<List<String>> part : pool.invokeAll(batch)) {
                    part.get().forEach(word -> counts.merge(word, 1L, Long::sum));
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
