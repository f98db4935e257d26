// Mistake: shutdown() calls nothing off
package twostoves.concurrency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
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
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        for (String path : paths) {
            executor.submit(() -> arrived.put(path, api.get(path)));
        }
        executor.shutdown();
        executor.awaitTermination(deadline.toNanos(), TimeUnit.NANOSECONDS);

        var answers = new LinkedHashMap<String, String>();
        for (String path : paths) {
            if (arrived.containsKey(path)) {
                answers.put(path, arrived.get(path));
            }
        }
        return answers;
    }
}
