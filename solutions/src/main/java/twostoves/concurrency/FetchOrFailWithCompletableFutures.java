package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 5 with {@link CompletableFuture}: one more future for the outcome, which the first failure completes.
 *
 * <p>Prefer it where more is to happen with each answer as it arrives. Two of its ways have to be worked around:
 * {@code allOf} waits for all, failed or not, and {@code cancel} interrupts nobody, whatever its argument, because a
 * completable future knows no thread. So the executor is what calls the requests off.
 */
public final class FetchOrFailWithCompletableFutures implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        var requests = new ArrayList<CompletableFuture<String>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcome = new CompletableFuture<Void>();
            for (String path : paths) {
                var request = new CompletableFuture<String>();
                executor.execute(() -> fetch(path, api, request));
                requests.add(request);
                request.exceptionally(failure -> {
                    outcome.completeExceptionally(failure);
                    return null;
                });
            }
            CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new)).thenRun(() -> outcome.complete(null));
            try {
                outcome.get(); // join() would take no notice of an interrupt
            } catch (ExecutionException | InterruptedException e) {
                executor.shutdownNow();
                throw e;
            }
        } catch (ExecutionException e) {
            throw withTheOthers(e.getCause(), requests);
        }
        return requests.stream().map(CompletableFuture::join).toList();
    }

    private static void fetch(String path, RemoteApi api, CompletableFuture<String> request) {
        try {
            request.complete(api.get(path));
        } catch (Throwable e) {
            request.completeExceptionally(e);
        }
    }

    private static RuntimeException withTheOthers(Throwable first, List<CompletableFuture<String>> requests)
            throws IOException, InterruptedException {
        requests.stream()
                .filter(request -> request.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .filter(failure -> failure != first && !(failure instanceof InterruptedException))
                .forEach(first::addSuppressed);
        return original(first);
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
