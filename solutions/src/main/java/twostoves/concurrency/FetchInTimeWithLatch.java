package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 6 with a latch: the threads note their answers and count down, and the caller waits for the latch once.
 *
 * <p>To be preferred where results are looked at while others are still on their way, because they are all in one place.
 * The price is that the threads are yours to interrupt and to join.
 */
public final class FetchInTimeWithLatch implements FetchInTimeContract {

    @Override
    public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline)
            throws InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("the deadline must be positive, not " + deadline);
        }

        var arrived = new ConcurrentHashMap<String, String>();
        var open = new CountDownLatch(paths.size());
        var threads = new ArrayList<Thread>();
        for (String path : paths) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    arrived.put(path, api.get(path));
                } catch (IOException | InterruptedException failedOrCalledOff) {
                    // no entry
                } finally {
                    open.countDown(); // in any case: one that fails is not waited for
                }
            }));
        }
        try {
            open.await(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            callOff(threads);
        }

        var answers = new LinkedHashMap<String, String>();
        for (String path : paths) {
            String answer = arrived.get(path);
            if (answer != null) {
                answers.put(path, answer);
            }
        }
        return answers;
    }

    private static void callOff(List<Thread> threads) throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
