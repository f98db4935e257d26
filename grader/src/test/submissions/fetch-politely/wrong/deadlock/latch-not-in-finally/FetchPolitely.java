// Mistake: a failure is not counted down
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;

public final class FetchPolitely implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        var permits = new Semaphore(limit);
        int count = paths.size();
        var answers = new AtomicReferenceArray<String>(count);
        var failure = new AtomicReference<IOException>();
        var ended = new CountDownLatch(count);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int place = i;
                executor.submit(() -> {
                    permits.acquire();
                    try {
                        answers.set(place, api.get(paths.get(place)));
                        ended.countDown();
                    } catch (IOException e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        permits.release();
                    }
                    return null;
                });
            }
            ended.await();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return IntStream.range(0, count).mapToObj(answers::get).toList();
    }
}
