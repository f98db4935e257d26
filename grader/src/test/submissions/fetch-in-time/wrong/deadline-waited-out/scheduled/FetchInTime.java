// Mistake: the map is read off when the timer strikes, whatever has arrived before
package twostoves.concurrency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
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
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var timer = Executors.newSingleThreadScheduledExecutor()) {
            for (String path : paths) {
                executor.submit(() -> arrived.put(path, api.get(path)));
            }
            try {
                timer.schedule(() -> {}, deadline.toNanos(), TimeUnit.NANOSECONDS).get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } finally {
                executor.shutdownNow();
                timer.shutdownNow();
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
