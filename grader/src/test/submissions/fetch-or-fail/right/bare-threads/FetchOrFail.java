// Idea: threads that are interrupted and joined
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var answers = new String[paths.size()];
        var failures = new ConcurrentLinkedQueue<IOException>();
        var ended = new Semaphore(0);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < paths.size(); i++) {
            int place = i;
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    answers[place] = api.get(paths.get(place));
                } catch (IOException e) {
                    failures.add(e);
                } catch (InterruptedException e) {
                    // called off
                } finally {
                    ended.release();
                }
            }));
        }
        boolean interrupted = false;
        try {
            for (int i = 0; i < threads.size() && failures.isEmpty(); i++) {
                ended.acquire();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted || !failures.isEmpty()) {
            threads.forEach(Thread::interrupt);
        }
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
        if (!failures.isEmpty()) {
            throw first(failures);
        }
        return Arrays.asList(answers);
    }

    private static RuntimeException first(Queue<IOException> failures) throws IOException {
        IOException first = failures.remove();
        failures.forEach(first::addSuppressed);
        throw first;
    }
}
