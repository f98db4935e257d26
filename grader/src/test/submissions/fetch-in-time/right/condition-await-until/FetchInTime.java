// Idea: a condition and a date
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
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
        var lock = new ReentrantLock();
        var changed = lock.newCondition();
        var arrived = new HashMap<String, String>();
        int[] open = {paths.size()};
        Date end = Date.from(Instant.now().plus(deadline));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (String path : paths) {
                    executor.execute(() -> {
                        String answer = null;
                        try {
                            answer = api.get(path);
                        } catch (IOException | InterruptedException e) {
                            // no entry
                        }
                        lock.lock();
                        try {
                            if (answer != null) {
                                arrived.put(path, answer);
                            }
                            open[0]--;
                            changed.signal();
                        } finally {
                            lock.unlock();
                        }
                    });
                }
                lock.lockInterruptibly();
                try {
                    while (open[0] > 0) {
                        if (!changed.awaitUntil(end)) {
                            break;
                        }
                    }
                    var answers = new LinkedHashMap<String, String>();
                    for (String path : paths) {
                        if (arrived.containsKey(path)) {
                            answers.put(path, arrived.get(path));
                        }
                    }
                    return answers;
                } finally {
                    lock.unlock();
                }
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
