// Idea: the calling thread is one of the workers.
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
import java.util.concurrent.atomic.AtomicInteger;
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

        AtomicInteger next = new AtomicInteger();
        Callable<Map<String, Long>> share = () -> {
            Map<String, Long> own = new HashMap<>();
            int i;
            while ((i = next.getAndIncrement()) < documents.size()) {
                for (String word : words.apply(documents.get(i))) {
                    own.merge(word, 1L, Long::sum);
                }
            }
            return own;
        };
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            List<Future<Map<String, Long>>> parts = new ArrayList<>();
            for (int i = 1; i < workers; i++) {
                parts.add(pool.submit(share));
            }
            Map<String, Long> counts = share.call();
            for (Future<Map<String, Long>> part : parts) {
                part.get().forEach((word, count) -> counts.merge(word, count, Long::sum));
            }
            return counts;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            pool.close();
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
