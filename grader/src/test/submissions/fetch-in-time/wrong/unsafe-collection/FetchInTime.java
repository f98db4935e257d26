// Mistake: a LinkedHashMap written by all threads
package twostoves.concurrency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
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
        var answers = new LinkedHashMap<String, String>();
        paths.forEach(path -> answers.put(path, null));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.invokeAll(
                    paths.stream().<Callable<String>>map(path -> () -> answers.put(path, api.get(path))).toList(),
                    deadline.toNanos(),
                    TimeUnit.NANOSECONDS);
        }
        answers.values().removeIf(Objects::isNull);
        return answers;
    }
}
