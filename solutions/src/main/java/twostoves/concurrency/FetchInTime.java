package twostoves.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

/**
 * The reference for exercise 6: {@code invokeAll} with a limit, which is one limit for all.
 *
 * <p>It waits until every task is done or the time is up, and cancels those that are not done. A cancelled future
 * interrupts its thread, so the executor can be closed at once.
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

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = new ArrayList<Callable<String>>();
            for (String path : paths) {
                requests.add(() -> api.get(path));
            }
            List<Future<String>> outcomes = executor.invokeAll(requests, deadline.toNanos(), TimeUnit.NANOSECONDS);

            // The futures stand in the order of the paths, and each knows how it ended.
            var answers = new LinkedHashMap<String, String>();
            for (int i = 0; i < paths.size(); i++) {
                Future<String> outcome = outcomes.get(i);
                if (outcome.state() == Future.State.SUCCESS) {
                    answers.put(paths.get(i), outcome.resultNow());
                }
            }
            return answers;
        }
    }
}
