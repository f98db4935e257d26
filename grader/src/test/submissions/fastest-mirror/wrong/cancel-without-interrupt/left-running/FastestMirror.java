// Mistake: the losing CompletableFutures are cancelled, which interrupts nobody.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        AtomicInteger open = new AtomicInteger(mirrors.size());
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        List<CompletableFuture<String>> requests = new ArrayList<>();
        for (String mirror : mirrors) {
            CompletableFuture<String> request = CompletableFuture.supplyAsync(() -> fetch(mirror, api), executor);
            requests.add(request);
            request.whenComplete((answer, failure) -> {
                if (failure == null) {
                    winner.complete(answer);
                    return;
                }
                failures.add(failure.getCause());
                if (open.decrementAndGet() == 0) {
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
        } finally {
            requests.forEach(request -> request.cancel(true));
            executor.shutdown();
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
