// Mistake: anyOf takes the first request that ends, also if it has failed.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(mirrors);
        Objects.requireNonNull(api);
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("no mirrors");
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                CompletableFuture<?>[] requests = mirrors.stream()
                        .map(mirror -> CompletableFuture.supplyAsync(() -> fetch(mirror, api), executor))
                        .toArray(CompletableFuture[]::new);
                return (String) CompletableFuture.anyOf(requests).get();
            } catch (ExecutionException e) {
                IOException all = new IOException("no mirror has answered");
                all.addSuppressed(e.getCause());
                throw all;
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static String fetch(String mirror, RemoteApi api) {
        try {
            return api.get(mirror);
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}
