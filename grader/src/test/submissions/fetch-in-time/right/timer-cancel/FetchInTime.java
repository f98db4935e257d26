// Idea: a java.util.Timer cancels the futures at the deadline
package twostoves.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
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
        Timer timer = new Timer(true);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<String>>();
            try {
                for (String path : paths) {
                    futures.add(executor.submit(() -> api.get(path)));
                }
                timer.schedule(new TimerTask() {
                    @Override
                    public void run() {
                        futures.forEach(future -> future.cancel(true));
                    }
                }, deadline.toMillis());
                var answers = new LinkedHashMap<String, String>();
                for (int i = 0; i < paths.size(); i++) {
                    try {
                        answers.put(paths.get(i), futures.get(i).get());
                    } catch (ExecutionException | CancellationException e) {
                        // no entry
                    }
                }
                return answers;
            } finally {
                futures.forEach(future -> future.cancel(true));
            }
        } finally {
            timer.cancel();
        }
    }
}
