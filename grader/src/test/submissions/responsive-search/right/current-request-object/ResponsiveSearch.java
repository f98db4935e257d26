// Idea: the newest request is an object; an answer is shown if its request is still that one.
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
        private volatile Object current;
        private volatile boolean closed;

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
            Object request = new Object();
            current = request;
            requests.execute(() -> {
                try {
                    String answer = api.get("/search?q=" + query);
                    if (current == request) { // saves the UI thread some work; the question that counts is below
                        ui.execute(() -> {
                            if (current == request) {
                                show.accept(answer);
                            }
                        });
                    }
                } catch (Exception e) {
                    // nothing is shown
                }
            });
        }

        @Override
        public void close() {
            current = null;
            closed = true;
            requests.shutdownNow();
        }
    }
}
