// Idea: wait with the time that remains, in a loop
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        var answers = new HashMap<String, String>();
        int[] open = {paths.size()};
        var threads = new ArrayList<Thread>();
        for (String path : paths) {
            threads.add(Thread.ofPlatform().daemon().start(() -> {
                String answer = null;
                try {
                    answer = api.get(path);
                } catch (IOException | InterruptedException e) {
                    // no entry
                }
                synchronized (answers) {
                    if (answer != null) {
                        answers.put(path, answer);
                    }
                    open[0]--;
                    answers.notifyAll();
                }
            }));
        }
        long end = System.nanoTime() + deadline.toNanos();
        var arrived = new LinkedHashMap<String, String>();
        try {
            synchronized (answers) {
                long left = deadline.toNanos();
                while (open[0] > 0 && left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(answers, left);
                    left = end - System.nanoTime();
                }
                for (String path : paths) {
                    if (answers.containsKey(path)) {
                        arrived.put(path, answers.get(path));
                    }
                }
            }
        } finally {
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        return arrived;
    }
}
