// Idea: a pool that collects in afterExecute and says in terminated() that it is over.
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
    private static final class Counting extends FutureTask<Map<String, Long>> {
        Counting(String document, Function<String, List<String>> words) {
            super(() -> words.apply(document).stream().collect(Collectors.toMap(word -> word, word -> 1L, Long::sum)));
        }
    }
    private static final class Pool extends ThreadPoolExecutor {
        private final Map<String, Long> all = new HashMap<>();
        private final CompletableFuture<Map<String, Long>> result = new CompletableFuture<>();
        private Throwable failure;
        Pool(int workers) {
            super(workers, workers, 0, TimeUnit.SECONDS, new LinkedBlockingDeque<>());
        }
        @Override
        protected synchronized void afterExecute(Runnable task, Throwable thrown) {
            Counting counting = (Counting) task;
            if (counting.state() == Future.State.FAILED) {
                failure = counting.exceptionNow();
            } else {
                counting.resultNow().forEach((word, n) -> all.merge(word, n, Long::sum));
            }
        }
        @Override
        protected void terminated() {
            synchronized (this) {
                if (failure != null) {
                    result.completeExceptionally(failure);
                } else {
                    result.complete(all);
                }
            }
        }
    }
    @Override
    public Map<String, Long> count(List<String> documents, Function<String, List<String>> words, int workers) throws InterruptedException {
        Objects.requireNonNull(words);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        Objects.requireNonNull(documents);
        Pool pool = new Pool(workers);
        try (pool) {
            documents.forEach(document -> pool.execute(new Counting(document, words)));
            pool.shutdown();
            return pool.result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        } catch (InterruptedException e) {
            pool.getQueue().clear();
            throw e;
        }
    }
}
