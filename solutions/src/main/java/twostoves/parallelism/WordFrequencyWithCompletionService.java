package twostoves.parallelism;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import twostoves.contract.WordFrequencyContract;

/**
 * Exercise 17 with an {@link ExecutorCompletionService}: the caller merges each document's counts as soon as they are there.
 *
 * <p>Counts may be added in any order, so there is no reason to wait for the first document first. Prefer this where the
 * maps are large: a map that is merged can be forgotten while the others are still being counted. And a document that
 * fails is noticed when it fails.
 */
public final class WordFrequencyWithCompletionService implements WordFrequencyContract {

    @Override
    public Map<String, Long> count(List<String> documents, Function<String, List<String>> words, int workers)
            throws InterruptedException {
        Objects.requireNonNull(documents);
        Objects.requireNonNull(words);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        try (var pool = Executors.newFixedThreadPool(workers)) {
            var parts = new ExecutorCompletionService<Map<String, Long>>(pool);
            for (String document : documents) {
                parts.submit(() -> words.apply(document).stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
            }
            var counts = new HashMap<String, Long>();
            for (int i = 0; i < documents.size(); i++) {
                parts.take().get().forEach((word, count) -> counts.merge(word, count, Long::sum));
            }
            return counts;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
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
