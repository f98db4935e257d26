// Mistake: every thread of the pool waits for a task that is queued behind it in the same pool.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        int count = paths.size();
        CountDownLatch allReady = new CountDownLatch(count);
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, count))) {
            List<Future<String>> requests = new ArrayList<>();
            for (String path : paths) {
                requests.add(executor.submit(() -> {
                    // all requests are to start at the same moment
                    allReady.countDown();
                    allReady.await();
                    return executor.submit(() -> api.get(path)).get();
                }));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> request : requests) {
                answers.add(request.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
        return switch (cause) {
            case ExecutionException e -> original(e.getCause());
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
