// Idea: poll with the time that remains, in the order of arrival
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

/**
 * Exercise 6 with a completion service: takes the answers in the order in which they arrive, until the time is up.
 *
 * <p>To be preferred where there is something to do with each answer as it comes, or where some of them are enough.
 */
public final class FetchInTime implements FetchInTimeContract {

    private record Answer(String path, String text) {}

    @Override
    public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline)
            throws InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("the deadline must be positive, not " + deadline);
        }

        long end = System.nanoTime() + deadline.toNanos();
        var arrived = new HashMap<String, String>(); // this thread alone writes to it
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var service = new ExecutorCompletionService<Answer>(executor);
                for (String path : paths) {
                    service.submit(() -> new Answer(path, api.get(path)));
                }
                for (int open = paths.size(); open > 0; open--) {
                    Future<Answer> next = service.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                    if (next == null) {
                        break;
                    }
                    if (next.state() == Future.State.SUCCESS) {
                        arrived.put(next.resultNow().path(), next.resultNow().text());
                    }
                }
            } finally {
                executor.shutdownNow(); // before closing, which would wait for the late ones
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
