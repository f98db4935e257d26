package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;

/**
 * The reference for exercise 4: a virtual thread for each request, and a semaphore with a permit for each place.
 *
 * <p>Every request has a thread to wait on, as in exercise 1. Most of these threads wait for a permit at first, which costs
 * as little as waiting for an answer. Whoever ends hands its permit to the next, so the window slides by itself.
 */
public final class FetchPolitely implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit)
            throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be at least 1, not " + limit);
        }

        var permits = new Semaphore(limit);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = new ArrayList<Future<String>>();
            for (String path : paths) {
                requests.add(executor.submit(() -> fetch(path, api, permits)));
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

    /** The permit is taken before the try, so that only who has one gives one back, and always does. */
    private static String fetch(String path, RemoteApi api, Semaphore permits)
            throws IOException, InterruptedException {
        permits.acquire();
        try {
            return api.get(path);
        } finally {
            permits.release();
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
