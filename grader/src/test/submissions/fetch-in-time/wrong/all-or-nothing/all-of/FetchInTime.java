// Mistake: allOf with orTimeout, and its failure is thrown
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
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
        try {
            var all = paths.stream().map(path -> CompletableFuture.runAsync(() -> {
                try {
                    arrived.put(path, api.get(path));
                } catch (IOException | InterruptedException e) {
                    // no entry
                }
            }, executor)).toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).orTimeout(deadline.toNanos(), TimeUnit.NANOSECONDS).get();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } finally {
            executor.shutdownNow();
            executor.close();
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
