// Mistake: each poll() has the whole deadline again
package twostoves.concurrency;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        var arrived = new HashMap<String, String>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var service = new ExecutorCompletionService<Map.Entry<String, String>>(executor);
                for (String path : paths) {
                    service.submit(() -> Map.entry(path, api.get(path)));
                }
                for (int i = 0; i < paths.size(); i++) {
                    var next = service.poll(deadline.toNanos(), TimeUnit.NANOSECONDS);
                    if (next == null) {
                        break;
                    }
                    if (next.state() == Future.State.SUCCESS) {
                        arrived.put(next.resultNow().getKey(), next.resultNow().getValue());
                    }
                }
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
