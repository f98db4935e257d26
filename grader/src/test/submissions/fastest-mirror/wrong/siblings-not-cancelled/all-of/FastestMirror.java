// Mistake: the answer is kept when it comes, but looked at when all requests have ended.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        Queue<IOException> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?>[] requests = mirrors.stream()
                    .map(mirror -> CompletableFuture.runAsync(
                            () -> {
                                try {
                                    answers.add(api.get(mirror));
                                } catch (IOException e) {
                                    failures.add(e);
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            },
                            executor))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(requests).join();
        }
        if (!answers.isEmpty()) {
            return answers.peek();
        }
        IOException all = new IOException("no mirror has answered");
        failures.forEach(all::addSuppressed);
        throw all;
    }
}
