// Idea: a thread-local map for each worker, all of which are noted when they are made.
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
        Queue<Map<String, Long>> maps = new ConcurrentLinkedQueue<>();
        ThreadLocal<Map<String, Long>> own = ThreadLocal.withInitial(() -> {
            Map<String, Long> map = new HashMap<>();
            maps.add(map);
            return map;
        });
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (String document : documents) {
                tasks.add(() -> {
                    Map<String, Long> map = own.get();
                    words.apply(document).forEach(word -> map.merge(word, 1L, Long::sum));
                    return null;
                });
            }
            for (Future<Void> task : pool.invokeAll(tasks)) {
                task.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
        Map<String, Long> all = new TreeMap<>();
        for (Map<String, Long> map : maps) {
            map.forEach((word, n) -> all.merge(word, n, Long::sum));
        }
        return all;
    }
}
