// Mistake: a CompletableFuture is cancelled, which interrupts nobody.
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
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
        private int newest;
        private boolean closed;
        private final List<CompletableFuture<?>> all = new ArrayList<>();

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
            CompletableFuture<String> request = CompletableFuture.supplyAsync(() -> fetch(query), requests);
            all.add(request);
            request.thenAcceptAsync(
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
            all.forEach(request -> request.cancel(true));
            requests.shutdown();
        }
    }
}
