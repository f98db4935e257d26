// Idea: a fork/join pool of its own with the limit as its parallelism
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
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
        try (var pool = new ForkJoinPool(Math.min(limit, 1_000))) {
            List<CompletableFuture<String>> requests = paths.stream()
                    .map(path -> CompletableFuture.supplyAsync(() -> fetch(path, api), pool))
                    .toList();
            return requests.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw original(e.getCause());
        }
    }

    private static String fetch(String path, RemoteApi api) {
        try {
            return api.get(path);
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
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
