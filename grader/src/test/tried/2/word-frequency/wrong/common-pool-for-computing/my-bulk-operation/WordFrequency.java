// Mistake: a bulk operation of ConcurrentHashMap, which runs in the common pool.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class WordFrequency implements WordFrequencyContract {
    @Override
    public Map<String, Long> count(List<String> documents, Function<String, List<String>> words, int workers) throws InterruptedException {
        Objects.requireNonNull(words);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        ConcurrentHashMap<Integer, String> numbered = new ConcurrentHashMap<>();
        for (String document : documents) {
            numbered.put(numbered.size(), document);
        }
        Map<String, Long> all = numbered.reduceValues(
                1,
                document -> {
                    Map<String, Long> own = new HashMap<>();
                    words.apply(document).forEach(word -> own.merge(word, 1L, Long::sum));
                    return own;
                },
                (a, b) -> {
                    Map<String, Long> both = new HashMap<>(a);
                    b.forEach((word, n) -> both.merge(word, n, Long::sum));
                    return both;
                });
        return all == null ? Map.of() : all;
    }
}
