// Idea: one thread is enough if each key interrupts the request before it.
package twostoves.concurrency;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        private final ExecutorService requests = Executors.newSingleThreadExecutor();
        private Future<?> last;
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
            if (last != null) {
                last.cancel(true);
            }
            last = requests.submit(() -> {
                String answer = api.get("/search?q=" + query);
                ui.execute(() -> {
                    if (!closed && number == newest) {
                        show.accept(answer);
                    }
                });
                return null;
            });
        }

        @Override
        public void close() {
            closed = true;
            requests.shutdownNow();
        }
    }
}
