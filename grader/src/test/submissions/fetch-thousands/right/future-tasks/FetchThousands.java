// Idea: a future task for each request, run by a thread made for it.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        List<FutureTask<String>> requests = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (String path : paths) {
            FutureTask<String> request = new FutureTask<>(() -> api.get(path));
            requests.add(request);
            threads.add(Thread.ofVirtual().start(request));
        }
        joinAll(threads);
        List<String> answers = new ArrayList<>();
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
