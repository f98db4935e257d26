// Idea: get with the time that remains, then shutdownNow
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

/**
 * Exercise 6 with the time that remains: the deadline becomes an instant, and each wait is limited by what is left until
 * then.
 *
 * <p>This is the pattern to know where one call waits for several things of different kinds, and no method takes them all.
 */
public final class FetchInTime implements FetchInTimeContract {

    @Override
    public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline)
            throws InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("the deadline must be positive, not " + deadline);
        }

        // The clock of nanoTime may overflow: compare differences, never two readings.
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
                        long left = end - System.nanoTime();
                        answers.put(paths.get(i), requests.get(i).get(left, TimeUnit.NANOSECONDS));
                    } catch (ExecutionException | TimeoutException failedOrLate) {
                        // no entry; the next one may have been answered all the same
                    }
                }
                return answers;
            } finally {
                executor.shutdownNow(); // before closing, which would wait for the late ones
            }
        }
    }
}
