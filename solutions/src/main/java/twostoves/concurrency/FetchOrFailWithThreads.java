package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 5 with bare threads: each notes its own failure and interrupts the others.
 *
 * <p>Worth writing once, to see that calling off is an interrupt and a join, and no more. The first failure does not have
 * to go through the caller, who waits for the end of all in any case. Prefer an executor for anything else.
 */
public final class FetchOrFailWithThreads implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        var answers = new String[paths.size()];
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < paths.size(); i++) {
            int place = i;
            String path = paths.get(i);
            threads.add(Thread.ofVirtual().unstarted(() -> {
                try {
                    answers[place] = api.get(path);
                } catch (InterruptedException calledOff) {
                    // by one that failed, or by the caller: both know
                } catch (Throwable failure) {
                    failures.add(failure);
                    threads.forEach(Thread::interrupt);
                }
            }));
        }
        // All exist before any is started. An interrupt of one that is not started yet is not lost in the JDK.
        threads.forEach(Thread::start);
        joinAll(threads);
        if (!failures.isEmpty()) {
            throw first(failures);
        }
        return Arrays.asList(answers);
    }

    /** Waits for all of them in any case; passes an interrupt on to them and throws it once they have ended. */
    private static void joinAll(List<Thread> threads) throws InterruptedException {
        boolean interrupted = false;
        int ended = 0;
        while (ended < threads.size()) {
            try {
                threads.get(ended).join();
                ended++;
            } catch (InterruptedException e) {
                interrupted = true;
                threads.forEach(Thread::interrupt);
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    private static RuntimeException first(Queue<Throwable> failures) throws IOException {
        Throwable first = failures.remove();
        failures.forEach(first::addSuppressed);
        return switch (first) {
            case IOException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(first);
        };
    }
}
