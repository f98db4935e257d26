// Idea: every word goes through one shared queue.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
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
        BlockingQueue<String> all = new LinkedBlockingQueue<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> done = new ArrayList<>();
            for (String document : documents) {
                done.add(pool.submit(() -> {
                    for (String word : words.apply(document)) {
                        all.put(word);
                    }
                    return null;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
            Map<String, Long> counts = new HashMap<>();
            all.forEach(word -> counts.merge(word, 1L, Long::sum));
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
