// Idea: counted with groupingBy; whoever has two finished maps merges them, until one is left.
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
        if (documents.isEmpty()) {
            return new HashMap<>();
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            Deque<CompletableFuture<Map<String, Long>>> parts = documents.stream()
                    .map(document -> CompletableFuture.supplyAsync(
                            () -> words.apply(document).stream()
                                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
                            pool))
                    .collect(Collectors.toCollection(ArrayDeque::new));
            while (parts.size() > 1) {
                parts.addLast(parts.pollFirst().thenCombine(parts.pollFirst(), (a, b) -> {
                    Map<String, Long> sum = new HashMap<>(a);
                    b.forEach((word, n) -> sum.merge(word, n, Long::sum));
                    return sum;
                }));
            }
            return parts.getFirst().get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof CompletionException) {
                cause = cause.getCause();
            }
            if (cause instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) cause;
        } finally {
            pool.shutdownNow();
            pool.close();
        }
    }
}
