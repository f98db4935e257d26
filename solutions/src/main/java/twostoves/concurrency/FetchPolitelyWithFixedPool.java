package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 4 with a fixed pool: as many threads as requests may be in flight, and a queue for the rest.
 *
 * <p>The shortest way: a thread that has its answer takes the next task from the queue. It ties the limit to the number of
 * threads, so prefer it where one pool does nothing else but these requests. A semaphore can guard the same service
 * wherever it is called from.
 */
public final class FetchPolitelyWithFixedPool implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit)
            throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be at least 1, not " + limit);
        }

        // The threads wait and hardly ever run, so virtual ones will do; what is wanted of the pool is its size.
        try (var pool = Executors.newFixedThreadPool(limit, Thread.ofVirtual().factory())) {
            var requests = new ArrayList<Future<String>>();
            for (String path : paths) {
                requests.add(pool.submit(() -> api.get(path)));
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
