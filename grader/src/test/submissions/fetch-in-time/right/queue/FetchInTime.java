// Idea: answers come through a queue, polled with the time that remains
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
import java.util.concurrent.LinkedBlockingQueue;
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
        record Answer(String path, Optional<String> text) {}
        var queue = new LinkedBlockingQueue<Answer>();
        var threads = new ArrayList<Thread>();
        var arrived = new HashMap<String, String>();
        long end = System.nanoTime() + deadline.toNanos();
        try {
            for (String path : paths) {
                threads.add(Thread.startVirtualThread(() -> {
                    try {
                        queue.add(new Answer(path, Optional.of(api.get(path))));
                    } catch (IOException e) {
                        queue.add(new Answer(path, Optional.empty()));
                    } catch (InterruptedException calledOff) {
                        // nobody listens any more
                    }
                }));
            }
            for (int i = 0; i < paths.size(); i++) {
                Answer answer = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (answer == null) {
                    break;
                }
                answer.text().ifPresent(text -> arrived.put(answer.path(), text));
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
