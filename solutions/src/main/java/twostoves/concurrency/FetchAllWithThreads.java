package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 1 with bare threads: start them all, then join them all.
 *
 * <p>Worth writing once, to see what an executor does behind the scenes: carry the answer and the failure out of the
 * thread ({@link FutureTask} does it here), and wait for every thread even when the wait is interrupted. Prefer an
 * executor for anything else: each of these chores is easy to forget, and a forgotten one shows only on a bad day.
 */
public final class FetchAllWithThreads implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        var requests = new ArrayList<FutureTask<String>>();
        var threads = new ArrayList<Thread>();
        for (String path : paths) {
            var request = new FutureTask<>(() -> api.get(path));
            requests.add(request);
            threads.add(Thread.ofVirtual().start(request));
        }
        joinAll(threads);

        var answers = new ArrayList<String>();
        try {
            for (FutureTask<String> request : requests) {
                answers.add(request.get());
            }
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
        return answers;
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
                // Leaving now would leave the others behind: nobody else knows of these threads.
                interrupted = true;
                threads.forEach(Thread::interrupt);
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
