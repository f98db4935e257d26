package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 26 with {@code supplyAsync}, whose second argument makes the difference.
 *
 * <p>Without an executor it waits in the common pool, just as the parallel stream does. Prefer it where the rest of the code
 * speaks in completable futures. The two streams are two because a stream is lazy: in one, each request would be waited for
 * before the next is sent.
 */
public final class CommonMistakeWithCompletableFutures implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<String>> requests =
                    paths.stream().map(path -> request(path, api, executor)).toList();
            return requests.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw original(e.getCause());
        }
    }

    private static CompletableFuture<String> request(String path, RemoteApi api, Executor executor) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return api.get(path);
                    } catch (IOException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                executor);
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
