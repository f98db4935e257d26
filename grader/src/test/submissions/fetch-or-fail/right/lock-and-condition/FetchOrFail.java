// Idea: a condition that is signalled by each end
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var lock = new ReentrantLock();
        var ended = lock.newCondition();
        var failures = new ConcurrentLinkedQueue<IOException>();
        var done = new AtomicInteger();
        var answers = new ConcurrentHashMap<Integer, String>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < paths.size(); i++) {
                int place = i;
                executor.execute(() -> {
                    try {
                        answers.put(place, api.get(paths.get(place)));
                    } catch (IOException e) {
                        failures.add(e);
                    } catch (InterruptedException e) {
                        return;
                    }
                    lock.lock();
                    try {
                        done.incrementAndGet();
                        ended.signal();
                    } finally {
                        lock.unlock();
                    }
                });
            }
            lock.lock();
            try {
                while (done.get() < paths.size() && failures.isEmpty()) {
                    ended.await();
                }
            } catch (InterruptedException e) {
                executor.shutdownNow();
                throw e;
            } finally {
                lock.unlock();
            }
            if (!failures.isEmpty()) {
                executor.shutdownNow();
            }
        }
        if (!failures.isEmpty()) {
            throw first(failures);
        }
        return IntStream.range(0, paths.size()).mapToObj(answers::get).toList();
    }

    private static RuntimeException first(Queue<IOException> failures) throws IOException {
        IOException first = failures.remove();
        failures.forEach(first::addSuppressed);
        throw first;
    }
}
