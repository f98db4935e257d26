// Idea: as many maps as workers in a queue; a task borrows one, counts into it, and gives it back.
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
        int crew = Math.min(workers, documents.size());
        if (crew == 0) {
            return Map.of();
        }
        BlockingQueue<Map<String, Long>> shelf = new ArrayBlockingQueue<>(crew);
        for (int i = 0; i < crew; i++) {
            shelf.add(new HashMap<>());
        }
        try (var pool = Executors.newFixedThreadPool(crew)) {
            var results = new ExecutorCompletionService<Void>(pool);
            for (String document : documents) {
                results.submit(() -> {
                    Map<String, Long> map = shelf.take();
                    try {
                        for (String word : words.apply(document)) {
                            Long before = map.get(word);
                            map.put(word, before == null ? 1 : before + 1);
                        }
                    } finally {
                        shelf.add(map);
                    }
                    return null;
                });
            }
            for (int i = 0; i < documents.size(); i++) {
                results.take().get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
        return shelf.stream().flatMap(map -> map.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }
}
