// Idea: a latch that the first failure brings down to zero
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        int count = paths.size();
        var outcomes = new Object[count];
        var failures = new ConcurrentLinkedQueue<IOException>();
        var decided = new CountDownLatch(count);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < count; i++) {
            int place = i;
            var thread = new Thread(() -> {
                try {
                    outcomes[place] = api.get(paths.get(place));
                } catch (IOException e) {
                    failures.add(e);
                    for (int rest = 0; rest < count; rest++) {
                        decided.countDown();
                    }
                } catch (InterruptedException e) {
                    outcomes[place] = e;
                }
                decided.countDown();
            });
            threads.add(thread);
            thread.start();
        }
        boolean interrupted = false;
        try {
            decided.await();
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            threads.forEach(Thread::interrupt);
        }
        for (int i = 0; i < count; i++) {
            try {
                threads.get(i).join();
            } catch (InterruptedException e) {
                interrupted = true;
                i--;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedException("interrupted while fetching");
        }
        if (!failures.isEmpty()) {
            throw first(failures);
        }
        return Arrays.stream(outcomes).map(String.class::cast).toList();
    }

    private static RuntimeException first(Queue<IOException> failures) throws IOException {
        IOException first = failures.remove();
        failures.forEach(first::addSuppressed);
        throw first;
    }
}
