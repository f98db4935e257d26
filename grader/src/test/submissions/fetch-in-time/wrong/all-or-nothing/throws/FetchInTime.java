// Mistake: the TimeoutException ends it all
package twostoves.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        long end = System.nanoTime() + deadline.toNanos();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var requests = new ArrayList<Future<String>>();
                for (String path : paths) {
                    requests.add(executor.submit(() -> api.get(path)));
                }
                var answers = new LinkedHashMap<String, String>();
                for (int i = 0; i < paths.size(); i++) {
                    try {
                        answers.put(paths.get(i), requests.get(i).get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
                    } catch (ExecutionException failed) {
                        // no entry
                    } catch (TimeoutException late) {
                        throw new IllegalStateException(late);
                    }
                }
                return answers;
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
