package twostoves.concurrency;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import twostoves.contract.ResponsiveSearchContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.SearchBox;

/**
 * Exercise 10 with requests that are called off: each key interrupts the request of the one before.
 *
 * <p>Prefer it where requests cost the other side something, or where people type fast: there is never more than one
 * request on its way. The check on the UI thread is needed all the same, because an answer that has arrived already may
 * be waiting in the queue of that thread, where no interrupt reaches it.
 */
public final class ResponsiveSearchWithCancellation implements ResponsiveSearchContract {

    @Override
    public SearchBox open(RemoteApi api, Executor ui, Consumer<String> show) {
        Objects.requireNonNull(api);
        Objects.requireNonNull(ui);
        Objects.requireNonNull(show);
        return new SearchBox() {
            private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
            private Future<?> newest = CompletableFuture.completedFuture(null);
            private int count;

            @Override
            public void typed(String query) {
                Objects.requireNonNull(query);
                if (requests.isShutdown()) {
                    return;
                }
                newest.cancel(true);
                int number = ++count;
                newest = requests.submit(() -> {
                    String answer = api.get("/search?q=" + query);
                    ui.execute(() -> {
                        if (number == count && !requests.isShutdown()) {
                            show.accept(answer);
                        }
                    });
                    return null;
                });
            }

            @Override
            public void close() {
                requests.shutdownNow();
            }
        };
    }
}
