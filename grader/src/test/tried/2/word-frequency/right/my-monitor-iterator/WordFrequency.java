// Idea: threads that take the next document and hand in the counts of the last one in one synchronized method, and wait on the same monitor for the end.
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
    private static final class Desk {
        private final Iterator<String> documents;
        private final Map<String, Long> all = new HashMap<>();
        private int working;
        private Throwable failure;
        Desk(Iterator<String> documents, int workers) {
            this.documents = documents;
            working = workers;
        }
        synchronized String swap(Map<String, Long> counted) {
            counted.forEach((word, n) -> all.merge(word, n, Long::sum));
            if (documents.hasNext() && failure == null) {
                return documents.next();
            }
            leave(null);
            return null;
        }
        synchronized void leave(Throwable thrown) {
            failure = failure == null ? thrown : failure;
            working--;
            notifyAll();
        }
        synchronized Throwable awaitAll() {
            boolean interrupted = false;
            while (working > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return failure;
        }
    }
    @Override
    public Map<String, Long> count(List<String> documents, Function<String, List<String>> words, int workers) throws InterruptedException {
        Objects.requireNonNull(words);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        int crew = Math.min(workers, documents.size());
        Desk desk = new Desk(documents.iterator(), crew);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < crew; i++) {
            threads.add(Thread.ofPlatform().daemon().start(() -> {
                try {
                    for (String text = desk.swap(Map.of()); text != null; ) {
                        Map<String, Long> own = new HashMap<>();
                        words.apply(text).forEach(word -> own.merge(word, 1L, Long::sum));
                        text = desk.swap(own);
                    }
                } catch (Throwable e) {
                    desk.leave(e);
                }
            }));
        }
        Throwable failure = desk.awaitAll();
        for (Thread thread : threads) {
            boolean again = true;
            boolean flag = Thread.interrupted();
            while (again) {
                try {
                    thread.join();
                    again = false;
                } catch (InterruptedException e) {
                    flag = true;
                }
            }
            if (flag) {
                Thread.currentThread().interrupt();
            }
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return desk.all;
    }
}
