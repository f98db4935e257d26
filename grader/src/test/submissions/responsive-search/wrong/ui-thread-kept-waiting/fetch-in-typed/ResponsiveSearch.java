// Mistake: the request is made by the UI thread itself.
package twostoves.concurrency;

import java.util.Objects;
import java.util.concurrent.CancellationException;
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
            try {
                show.accept(api.get("/search?q=" + query));
            } catch (Exception e) {
                // nothing is shown
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
