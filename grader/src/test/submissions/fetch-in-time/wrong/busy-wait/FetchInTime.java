// Mistake: asks all futures whether they are done, again and again
package twostoves.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
            var requests = new ArrayList<Future<String>>();
            for (String path : paths) {
                requests.add(executor.submit(() -> api.get(path)));
            }
            while (!requests.stream().allMatch(Future::isDone) && end - System.nanoTime() > 0) {
                Thread.onSpinWait();
            }
            requests.forEach(request -> request.cancel(true));
            var answers = new LinkedHashMap<String, String>();
            for (int i = 0; i < paths.size(); i++) {
                if (requests.get(i).state() == Future.State.SUCCESS) {
                    answers.put(paths.get(i), requests.get(i).resultNow());
                }
            }
            return answers;
        }
    }
}
