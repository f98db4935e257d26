// Idea: a timeout of its own for each future, all begun together, so that they strike together
package twostoves.concurrency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
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
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var futures = new LinkedHashMap<String, CompletableFuture<String>>();
                for (String path : paths) {
                    var future = new CompletableFuture<String>();
                    executor.execute(() -> {
                        try {
                            future.complete(api.get(path));
                        } catch (Exception e) {
                            future.completeExceptionally(e);
                        }
                    });
                    futures.put(path, future.orTimeout(deadline.toNanos(), TimeUnit.NANOSECONDS));
                }
                var answers = new LinkedHashMap<String, String>();
                for (var entry : futures.entrySet()) {
                    try {
                        answers.put(entry.getKey(), entry.getValue().get());
                    } catch (ExecutionException failedOrLate) {
                        // no entry
                    }
                }
                return answers;
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
