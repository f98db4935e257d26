// Idea: a tree of tasks in a fork/join pool of that size.
package twostoves.parallelism;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
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

        if (documents.isEmpty()) {
            return Map.of();
        }
        ForkJoinPool pool = new ForkJoinPool(workers);
        try {
            return pool.submit(new Tree(documents, words)).get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw original(cause);
        } finally {
            pool.close();
        }
    }

    private static final class Tree extends RecursiveTask<Map<String, Long>> {
        private static final long serialVersionUID = 1;
        private final transient List<String> documents;
        private final transient Function<String, List<String>> words;

        Tree(List<String> documents, Function<String, List<String>> words) {
            this.documents = documents;
            this.words = words;
        }

        @Override
        protected Map<String, Long> compute() {
            if (documents.size() == 1) {
                Map<String, Long> counts = new HashMap<>();
                words.apply(documents.getFirst()).forEach(word -> counts.merge(word, 1L, Long::sum));
                return counts;
            }
            int middle = documents.size() / 2;
            Tree left = new Tree(documents.subList(0, middle), words);
            Tree right = new Tree(documents.subList(middle, documents.size()), words);
            left.fork();
            Map<String, Long> counts = right.compute();
            left.join().forEach((word, count) -> counts.merge(word, count, Long::sum));
            return counts;
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
