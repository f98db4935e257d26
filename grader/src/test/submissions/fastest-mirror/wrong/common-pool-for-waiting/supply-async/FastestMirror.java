// Mistake: supplyAsync without an executor waits on the common pool.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
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
        CompletableFuture<String> winner = new CompletableFuture<>();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (String mirror : mirrors) {
            CompletableFuture.supplyAsync(() -> fetch(mirror, api)).whenComplete((answer, failure) -> {
                if (failure == null) {
                    winner.complete(answer);
                    return;
                }
                failures.add(failure.getCause());
                if (failures.size() == mirrors.size()) {
                    winner.completeExceptionally(failure);
                }
            });
        }
        try {
            return winner.get();
        } catch (ExecutionException e) {
            IOException all = new IOException("no mirror has answered");
            failures.forEach(all::addSuppressed);
            throw all;
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
