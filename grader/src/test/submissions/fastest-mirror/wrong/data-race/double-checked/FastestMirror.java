// Mistake: the queue of failures is made by the first request that fails, after a look that no lock guards.
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
import java.util.function.Supplier;
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
        var failures = new Lazy<Queue<IOException>>(ConcurrentLinkedQueue::new);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (String mirror : mirrors) {
                    executor.execute(() -> {
                        try {
                            winner.complete(api.get(mirror));
                        } catch (IOException e) {
                            failures.get().add(e);
                            if (failures.get().size() == mirrors.size()) {
                                winner.completeExceptionally(new IOException("all mirrors have failed"));
                            }
                        } catch (InterruptedException e) {
                            // somebody else has won
                        }
                    });
                }
                return winner.get();
            } catch (ExecutionException e) {
                IOException all = (IOException) e.getCause();
                failures.get().forEach(all::addSuppressed);
                throw all;
            } finally {
                executor.shutdownNow();
            }
        }
    }

    /** Made when it is first asked for. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            if (made == null) {
                synchronized (this) {
                    if (made == null) {
                        made = maker.get();
                    }
                }
            }
            return made;
        }
    }
}
