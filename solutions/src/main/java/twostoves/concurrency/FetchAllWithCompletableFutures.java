package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 1 with {@link CompletableFuture}, the nearest thing in Java to a JavaScript promise.
 *
 * <p>Prefer it where more is to happen with each answer as it arrives ({@code thenApply}, {@code thenCombine}), or
 * where the service returns completable futures in the first place. For a plain wait it is the longer way: checked
 * exceptions must be carried through {@code Supplier}, and {@code join} takes no notice of an interrupt until the
 * answer is there.
 */
public final class FetchAllWithCompletableFutures implements FetchAllContract {

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
