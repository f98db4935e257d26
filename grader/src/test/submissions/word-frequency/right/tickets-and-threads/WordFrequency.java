// Idea: threads that draw the next number from an atomic counter, each with a map of its own.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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

        int count = Math.min(workers, documents.size());
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Map<String, Long>> parts = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Long> own = new HashMap<>();
            parts.add(own);
            threads.add(new Thread(() -> {
                try {
                    for (int d = next.getAndIncrement(); d < documents.size(); d = next.getAndIncrement()) {
                        words.apply(documents.get(d)).forEach(word -> own.merge(word, 1L, Long::sum));
                    }
                } catch (Throwable thrown) {
                    failure.compareAndSet(null, thrown);
                    next.set(documents.size());
                }
            }));
        }
        threads.forEach(Thread::start);
        InterruptedException interrupt = null;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupt = e;
                    next.set(documents.size());
                }
            }
        }
        if (interrupt != null) {
            throw interrupt;
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        Map<String, Long> counts = new HashMap<>();
        parts.forEach(part -> part.forEach((word, n) -> counts.merge(word, n, Long::sum)));
        return counts;
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
