// Mistake: the requests count their failures in a plain array element.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        CompletableFuture<String> winner = new CompletableFuture<>();
        Queue<IOException> failures = new ConcurrentLinkedQueue<>();
        int[] failed = new int[1];
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (String mirror : mirrors) {
                    executor.execute(() -> {
                        try {
                            winner.complete(api.get(mirror));
                        } catch (IOException e) {
                            failures.add(e);
                            failed[0]++;
                            if (failures.size() == mirrors.size()) {
                                winner.completeExceptionally(new IOException(failed[0] + " mirrors have failed"));
                            }
                        } catch (InterruptedException e) {
                            // somebody else has won
                        }
                    });
                }
                return winner.get();
            } catch (ExecutionException e) {
                IOException all = (IOException) e.getCause();
                failures.forEach(all::addSuppressed);
                throw all;
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
