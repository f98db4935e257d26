// Mistake: each join() has the whole deadline again
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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
        var arrived = new ConcurrentHashMap<String, String>();
        var threads = new ArrayList<Thread>();
        for (String path : paths) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    arrived.put(path, api.get(path));
                } catch (IOException | InterruptedException e) {
                    // no entry
                }
            }));
        }
        try {
            for (Thread thread : threads) {
                thread.join(deadline);
            }
        } finally {
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
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
