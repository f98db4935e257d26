// Mistake: two helpers, each with the whole limit for its half
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

public final class FetchPolitely implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        int half = paths.size() / 2;
        try (var helpers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = helpers.submit(() -> fetchPart(paths.subList(0, half), api, limit));
            var second = helpers.submit(() -> fetchPart(paths.subList(half, paths.size()), api, limit));
            var answers = new ArrayList<>(first.get());
            answers.addAll(second.get());
            return answers;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static List<String> fetchPart(List<String> paths, RemoteApi api, int limit)
            throws IOException, InterruptedException {
        try (var pool = Executors.newFixedThreadPool(limit)) {
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
