package twostoves.parallelism;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import twostoves.contract.WordFrequencyContract;
import twostoves.kit.Todo;

/**
 * Exercise 17: count the words of many documents of very different cost, on a number of workers.
 *
 * <p>What is asked is in {@link WordFrequencyContract}; the page is {@code docs/exercises/word-frequency.md}. Grade it with
 * {@code mvn test -Dkata=word-frequency}.
 */
public final class WordFrequency implements WordFrequencyContract {

    @Override
    public Map<String, Long> count(List<String> documents, Function<String, List<String>> words, int workers)
            throws InterruptedException {
        throw new Todo();
    }
}
