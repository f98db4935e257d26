// Mistake: supplyAsync without an executor.
package twostoves.parallelism;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
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

        List<CompletableFuture<List<String>>> parts = documents.stream()
                .map(text -> CompletableFuture.supplyAsync(() -> words.apply(text)))
                .toList();
        Map<String, Long> counts = new HashMap<>();
        parts.forEach(part -> part.join().forEach(word -> counts.merge(word, 1L, Long::sum)));
        return counts;
    }
}
