// Mistake: cancelled completable futures, and nobody waits for their threads
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        List<Future<String>> requests = new ArrayList<>();
        var failed = new CompletableFuture<Void>();
        for (String path : paths) {
            var request = CompletableFuture.supplyAsync(() -> fetch(path, api), executor);
            request.exceptionally(failure -> {
                failed.completeExceptionally(failure);
                return null;
            });
            requests.add(request);
        }
        executor.shutdown();
        var all = CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failed).get();
        } catch (ExecutionException e) {
            for (Future<String> request : requests) {
                request.cancel(true);
            }
            throw original(e.getCause());
        }
        return requests.stream().map(Future::resultNow).toList();
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
