// Mistake: cancel of a CompletableFuture interrupts nobody
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
            long end = System.nanoTime() + deadline.toNanos();
            var futures = new ArrayList<CompletableFuture<String>>();
            for (String path : paths) {
                futures.add(CompletableFuture.supplyAsync(() -> {
                    try {
                        return api.get(path);
                    } catch (IOException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                }, executor));
            }
            var answers = new LinkedHashMap<String, String>();
            for (int i = 0; i < paths.size(); i++) {
                try {
                    answers.put(paths.get(i), futures.get(i).get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
                } catch (ExecutionException | TimeoutException e) {
                    futures.get(i).cancel(true);
                }
            }
            return answers;
        }
    }
}
