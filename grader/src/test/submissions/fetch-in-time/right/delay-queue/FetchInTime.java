// Idea: the answers and the deadline itself come through one queue of things that are due
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

    /** The deadline has no path. */
    private record Due(long at, String path, Optional<String> answer) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at - ((Due) other).at, 0);
        }
    }

    @Override
    public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline)
            throws InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("the deadline must be positive");
        }
        long begun = System.nanoTime();
        var queue = new DelayQueue<Due>();
        queue.add(new Due(begun + deadline.toNanos(), null, Optional.empty()));
        var threads = new ArrayList<Thread>();
        var arrived = new HashMap<String, String>();
        try {
            for (String path : paths) {
                threads.add(Thread.startVirtualThread(() -> {
                    try {
                        queue.add(new Due(begun, path, Optional.of(api.get(path))));
                    } catch (IOException e) {
                        queue.add(new Due(begun, path, Optional.empty()));
                    } catch (InterruptedException calledOff) {
                        // nobody listens any more
                    }
                }));
            }
            for (int i = 0; i < paths.size(); i++) {
                Due due = queue.take();
                if (due.path() == null) {
                    break;
                }
                due.answer().ifPresent(text -> arrived.put(due.path(), text));
            }
        } finally {
            for (Thread thread : threads) {
                thread.interrupt();
            }
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
