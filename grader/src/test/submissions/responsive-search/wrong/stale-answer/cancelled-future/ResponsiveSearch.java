// Mistake: the last CompletableFuture is cancelled, but the step that shows the answer hangs on the one before it.
package twostoves.concurrency;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import twostoves.contract.ResponsiveSearchContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.SearchBox;

public final class ResponsiveSearch implements ResponsiveSearchContract {

    @Override
    public SearchBox open(RemoteApi api, Executor ui, Consumer<String> show) {
        Objects.requireNonNull(api);
        Objects.requireNonNull(ui);
        Objects.requireNonNull(show);
        return new Box(api, ui, show);
    }

    private static final class Box implements SearchBox {
        private final RemoteApi api;
        private final Executor ui;
        private final Consumer<String> show;
        private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
        private CompletableFuture<?> last = new CompletableFuture<>();
        private boolean closed;

        Box(RemoteApi api, Executor ui, Consumer<String> show) {
            this.api = api;
            this.ui = ui;
            this.show = show;
        }

        @Override
        public void typed(String query) {
            Objects.requireNonNull(query);
            if (closed) {
                return;
            }
            last.cancel(true);
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> fetch(query), requests);
            answer.thenAcceptAsync(this::showUnlessClosed, ui);
            last = answer.thenApply(text -> text);
        }

        private void showUnlessClosed(String answer) {
            if (!closed) {
                show.accept(answer);
            }
        }

        private String fetch(String query) {
            try {
                return api.get("/search?q=" + query);
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }

        @Override
        public void close() {
            closed = true;
            requests.shutdownNow();
        }
    }
}
