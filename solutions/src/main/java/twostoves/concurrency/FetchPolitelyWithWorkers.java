package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 4 with workers: each takes the next path that nobody has taken, until there are none.
 *
 * <p>This is what a fixed pool does inside. Prefer it where there are so many paths that a task object for each in a queue
 * would be too much, or where each worker keeps something for itself, such as a connection. A {@link FutureTask} holds the
 * answer or the failure of its request, so a failure ends no worker.
 */
public final class FetchPolitelyWithWorkers implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit)
            throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be at least 1, not " + limit);
        }

        var requests = new ArrayList<FutureTask<String>>();
        for (String path : paths) {
            requests.add(new FutureTask<>(() -> api.get(path)));
        }
        var next = new AtomicInteger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < Math.min(limit, paths.size()); worker++) {
                executor.submit(() -> {
                    for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                        requests.get(i).run();
                    }
                });
            }
            var answers = new ArrayList<String>();
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
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
