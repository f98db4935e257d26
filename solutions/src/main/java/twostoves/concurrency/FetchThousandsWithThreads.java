package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 3 with bare virtual threads: start them all, then join them all.
 *
 * <p>Worth writing once, to see that a virtual thread is a {@link Thread} in every respect, and that ten thousand of them
 * can be started in one loop. Prefer an executor for anything else: it joins its threads by itself, also when the wait is
 * interrupted.
 */
public final class FetchThousandsWithThreads implements FetchThousandsContract {

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
