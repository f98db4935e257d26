// Mistake: a parallel stream behind a semaphore
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
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
        var permits = new Semaphore(limit);
        try {
            return paths.parallelStream().map(path -> fetch(path, api, permits)).toList();
        } catch (CompletionException e) {
            throw original(e.getCause());
        }
    }

    private static String fetch(String path, RemoteApi api, Semaphore permits) {
        permits.acquireUninterruptibly();
        try {
            return api.get(path);
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
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
