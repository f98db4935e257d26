// Idea: a scheduled task interrupts everybody at the deadline
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
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
        var threads = new ArrayList<Thread>();
        var arrived = new ConcurrentHashMap<String, String>();
        for (String path : paths) {
            threads.add(Thread.ofVirtual().unstarted(() -> {
                try {
                    arrived.put(path, api.get(path));
                } catch (IOException | InterruptedException e) {
                    // no entry
                }
            }));
        }
        ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor();
        try {
            threads.forEach(Thread::start);
            alarm.schedule(() -> threads.forEach(Thread::interrupt), deadline.toNanos(), TimeUnit.NANOSECONDS);
            for (Thread thread : threads) {
                thread.join();
            }
        } finally {
            alarm.shutdownNow();
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
            alarm.close();
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
