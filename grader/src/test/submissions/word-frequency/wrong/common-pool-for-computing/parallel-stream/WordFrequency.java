// Mistake: a parallel stream.
package twostoves.parallelism;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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

        return documents.parallelStream()
                .flatMap(text -> words.apply(text).stream())
                .collect(Collectors.groupingByConcurrent(Function.identity(), Collectors.counting()));
    }
}
