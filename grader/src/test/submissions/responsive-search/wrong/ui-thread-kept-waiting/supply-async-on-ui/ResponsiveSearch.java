// Mistake: the UI executor is given to supplyAsync, so the UI thread fetches.
package twostoves.concurrency;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
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
        private int newest;
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
            int number = ++newest;
            CompletableFuture.supplyAsync(() -> fetch(query), ui).thenAcceptAsync(
                    answer -> {
                        if (!closed && number == newest) {
                            show.accept(answer);
                        }
                    },
                    ui);
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
        }
    }
}
