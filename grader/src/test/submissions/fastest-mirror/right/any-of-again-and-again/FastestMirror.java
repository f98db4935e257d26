// Idea: anyOf over those that are still open, again and again, until one of them has not failed.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
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
        IOException all = new IOException("no mirror has answered");
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                List<CompletableFuture<String>> open = new ArrayList<>();
                for (String mirror : mirrors) {
                    open.add(CompletableFuture.supplyAsync(() -> fetch(mirror, api), executor));
                }
                while (!open.isEmpty()) {
                    try {
                        return (String) CompletableFuture.anyOf(open.toArray(CompletableFuture[]::new)).get();
                    } catch (ExecutionException e) {
                        for (CompletableFuture<String> request : List.copyOf(open)) {
                            if (request.isCompletedExceptionally()) {
                                open.remove(request);
                                all.addSuppressed(request.exceptionNow());
                            }
                        }
                    }
                }
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
