// Mistake: a pool that is never shut down
package twostoves.concurrency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
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
        ExecutorService executor = Executors.newCachedThreadPool();
        var tasks = paths.stream().<Callable<String>>map(path -> () -> api.get(path)).toList();
        var futures = executor.invokeAll(tasks, deadline.toNanos(), TimeUnit.NANOSECONDS);
        var answers = new LinkedHashMap<String, String>();
        for (int i = 0; i < paths.size(); i++) {
            if (futures.get(i).state() == Future.State.SUCCESS) {
                answers.put(paths.get(i), futures.get(i).resultNow());
            }
        }
        return answers;
    }
}
