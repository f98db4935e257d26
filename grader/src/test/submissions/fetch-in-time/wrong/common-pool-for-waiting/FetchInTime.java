// Mistake: supplyAsync without an executor
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
        var futures = new LinkedHashMap<String, CompletableFuture<String>>();
        for (String path : paths) {
            futures.put(path, CompletableFuture.supplyAsync(() -> {
                try {
                    return api.get(path);
                } catch (IOException | InterruptedException e) {
                    throw new CompletionException(e);
                }
            }).orTimeout(deadline.toNanos(), TimeUnit.NANOSECONDS));
        }
        var answers = new LinkedHashMap<String, String>();
        futures.forEach((path, future) -> {
            try {
                answers.put(path, future.join());
            } catch (CompletionException e) {
                // no entry
            }
        });
        return answers;
    }
}
