package twostoves.concurrency;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import twostoves.contract.ResponsiveSearchContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.SearchBox;

/**
 * Exercise 10 with {@link CompletableFuture}: where the second step runs is an argument.
 *
 * <p>Prefer it where an answer goes through several steps, some on the UI thread and some not: {@code thenAcceptAsync}
 * with {@code ui} goes back to the UI thread, and {@code thenApplyAsync} with the other executor leaves it again. Beware
 * of {@code thenAccept}: it runs wherever the future happens to be completed.
 */
public final class ResponsiveSearchWithCompletableFutures implements ResponsiveSearchContract {

    @Override
    public SearchBox open(RemoteApi api, Executor ui, Consumer<String> show) {
        Objects.requireNonNull(api);
        Objects.requireNonNull(ui);
        Objects.requireNonNull(show);

        var requests = Executors.newVirtualThreadPerTaskExecutor();
        // used by the UI thread alone, but a local variable that a lambda changes has to be an object
        var shown = new AtomicInteger();
        var typed = new AtomicInteger();
        return new SearchBox() {
            @Override
            public void typed(String query) {
                Objects.requireNonNull(query);
                if (requests.isShutdown()) {
                    return;
                }
                int number = typed.incrementAndGet();
                CompletableFuture.supplyAsync(() -> fetch(api, query), requests)
                        .thenAcceptAsync(
                                answer -> {
                                    // An older answer is better than none until a newer one has been shown.
                                    if (!requests.isShutdown() && number > shown.get()) {
                                        shown.set(number);
                                        show.accept(answer);
                                    }
                                },
                                ui);
            }

            @Override
            public void close() {
                // Cancelling the futures would interrupt nobody; the executor knows its threads.
                requests.shutdownNow();
            }
        };
    }

    private static String fetch(RemoteApi api, String query) {
        try {
            return api.get("/search?q=" + query);
        } catch (Exception e) {
            // The step on the UI thread is left out then.
            throw new CompletionException(e);
        }
    }
}
