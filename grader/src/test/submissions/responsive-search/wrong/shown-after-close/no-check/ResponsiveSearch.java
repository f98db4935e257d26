// Mistake: close() interrupts the requests, and what is waiting for the UI thread is shown all the same.
package twostoves.concurrency;

import java.util.Objects;
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

        Box(RemoteApi api, Executor ui, Consumer<String> show) {
            this.api = api;
            this.ui = ui;
            this.show = show;
        }

        @Override
        public void typed(String query) {
            Objects.requireNonNull(query);
            if (requests.isShutdown()) {
                return;
            }
            int number = ++newest;
            requests.submit(() -> {
                String answer = api.get("/search?q=" + query);
                ui.execute(() -> {
                    if (number == newest) {
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
    }
}
