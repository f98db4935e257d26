// Mistake: join() takes no notice of an interrupt until there is an answer.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        Queue<IOException> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger open = new AtomicInteger(mirrors.size());
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String mirror : mirrors) {
                executor.execute(() -> {
                    try {
                        winner.complete(api.get(mirror));
                    } catch (Exception e) {
                        if (e instanceof IOException failure) {
                            failures.add(failure);
                        }
                        if (open.decrementAndGet() == 0) {
                            winner.complete(null);
                        }
                    }
                });
            }
            String answer = winner.join();
            executor.shutdownNow();
            if (answer != null) {
                return answer;
            }
        }
        IOException all = new IOException("no mirror has answered");
        failures.forEach(all::addSuppressed);
        throw all;
    }
}
