// Mistake: the interrupt is caught and forgotten
package twostoves.concurrency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

    @Override
    public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline)
            throws InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("the deadline must be positive");
        }
        var arrived = new ConcurrentHashMap<String, String>();
        var open = new CountDownLatch(paths.size());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String path : paths) {
                executor.submit(() -> {
                    try {
                        return arrived.put(path, api.get(path));
                    } finally {
                        open.countDown();
                    }
                });
            }
            try {
                open.await(deadline.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                // go on with what is there
            } finally {
                executor.shutdownNow();
            }
        }

        var answers = new LinkedHashMap<String, String>();
        for (String path : paths) {
            if (arrived.containsKey(path)) {
                answers.put(path, arrived.get(path));
            }
        }
        return answers;
    }
}
