// Idea: anyOf over the end of all and the first failure
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var failures = new ConcurrentLinkedQueue<IOException>();
        var failed = new CompletableFuture<Void>();
        var requests = new ArrayList<CompletableFuture<String>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String path : paths) {
                requests.add(CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return api.get(path);
                            } catch (IOException e) {
                                failures.add(e);
                                failed.complete(null);
                                return null;
                            } catch (InterruptedException e) {
                                return null;
                            }
                        },
                        executor));
            }
            var all = CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new));
            try {
                CompletableFuture.anyOf(all, failed).get();
                if (!failures.isEmpty()) {
                    executor.shutdownNow();
                }
            } catch (InterruptedException e) {
                executor.shutdownNow();
                throw e;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        if (!failures.isEmpty()) {
            throw first(failures);
        }
        return requests.stream().map(CompletableFuture::join).toList();
    }

    private static RuntimeException first(Queue<IOException> failures) throws IOException {
        IOException first = failures.remove();
        failures.forEach(first::addSuppressed);
        throw first;
    }
}
