// Idea: an outcome that the first failure completes, and an executor that calls off
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var requests = new ArrayList<CompletableFuture<String>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcome = new CompletableFuture<Void>();
            for (String path : paths) {
                CompletableFuture<String> request = CompletableFuture.supplyAsync(() -> fetch(path, api), executor);
                request.whenComplete((answer, failure) -> {
                    if (failure != null) {
                        outcome.completeExceptionally(failure);
                    }
                });
                requests.add(request);
            }
            CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new)).thenAccept(outcome::complete);
            try {
                outcome.get();
            } catch (ExecutionException | InterruptedException e) {
                executor.shutdownNow();
                throw e;
            }
        } catch (ExecutionException e) {
            Throwable first = e.getCause();
            for (var request : requests) {
                if (request.isCompletedExceptionally()) {
                    Throwable other = request.handle((answer, failure) -> failure).join().getCause();
                    if (other != first && other instanceof IOException) {
                        first.addSuppressed(other);
                    }
                }
            }
            throw original(first);
        }
        return requests.stream().map(CompletableFuture::join).toList();
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
