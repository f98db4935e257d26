// Mistake: CompletableFuture.cancel(true), taken for an interrupt
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
            var failed = new CompletableFuture<Void>();
            for (String path : paths) {
                var request = CompletableFuture.supplyAsync(() -> fetch(path, api), executor);
                request.exceptionally(failure -> {
                    failed.completeExceptionally(failure);
                    return null;
                });
                requests.add(request);
            }
            var all = CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new));
            try {
                CompletableFuture.anyOf(all, failed).get();
            } catch (ExecutionException | InterruptedException e) {
                requests.forEach(request -> request.cancel(true));
                throw e;
            }
            return requests.stream().map(CompletableFuture::join).toList();
        } catch (ExecutionException e) {
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
