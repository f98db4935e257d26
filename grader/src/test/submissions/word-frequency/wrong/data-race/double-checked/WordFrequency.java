// Mistake: the map is made by the first worker that has counts, after a look that no lock guards.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
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

        Lazy<ConcurrentMap<String, Long>> counts = new Lazy<>(ConcurrentHashMap::new);
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> tasks = new ArrayList<>();
            for (String document : documents) {
                tasks.add(pool.submit(() -> countWords(words.apply(document))
                        .forEach((word, count) -> counts.get().merge(word, count, Long::sum))));
            }
            for (Future<?> task : tasks) {
                task.get();
            }
            return counts.get();
        } catch (ExecutionException e) {
            throw original(e.getCause());
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

    /** Made when it is first asked for. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            if (made == null) {
                synchronized (this) {
                    if (made == null) {
                        made = maker.get();
                    }
                }
            }
            return made;
        }
    }
}
