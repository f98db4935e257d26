// Mistake: run() calls the task on the calling thread; only start() makes a new one.
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
            threads.add(new Thread(request));
        }
        for (Thread thread : threads) {
            thread.run();
        }
        for (Thread thread : threads) {
            thread.join();
        }
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
