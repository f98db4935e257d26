package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 3 with {@link CompletableFuture} on an executor of virtual threads.
 *
 * <p>The future is the smaller part of what each request costs; who waits for the answer is the larger. So it is the
 * executor that decides: without one, ten thousand requests would stand in the queue of the common pool, which has one
 * thread on one processor. Prefer it where more is to happen with each answer as it arrives.
 */
public final class FetchThousandsWithCompletableFutures implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        // An executor of our own: without one, supplyAsync waits on the common pool, which has a thread per processor.
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            // Two streams, because a stream is lazy: in one, each request would be joined before the next is made.
            List<CompletableFuture<String>> requests = paths.stream()
                    .map(path -> CompletableFuture.supplyAsync(() -> fetch(path, api), executor))
                    .toList();
            return requests.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw original(e.getCause());
        }
    }

    private static String fetch(String path, RemoteApi api) {
        try {
            return api.get(path);
        } catch (Throwable e) {
            // Wrapped always, so that there is always exactly one layer to take off again.
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
