// Idea: completeOnTimeout on allOf, then the executor is shut down
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var arrived = new ConcurrentHashMap<String, String>();
            var all = paths.stream()
                    .map(path -> CompletableFuture.runAsync(() -> fetch(path, api, arrived), executor))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).completeOnTimeout(null, deadline.toMillis(), TimeUnit.MILLISECONDS).get();
            var answers = new LinkedHashMap<String, String>();
            for (String path : paths) {
                Optional.ofNullable(arrived.get(path)).ifPresent(answer -> answers.put(path, answer));
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            executor.shutdownNow();
            executor.close();
        }
    }

    private static void fetch(String path, RemoteApi api, Map<String, String> arrived) {
        try {
            arrived.put(path, api.get(path));
        } catch (IOException | InterruptedException noEntry) {
            // not answered
        }
    }
}
