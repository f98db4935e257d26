// Mistake: close() interrupts the last thread and forgets the older ones.
package twostoves.concurrency;

import java.util.Objects;
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
        private Thread last = Thread.ofVirtual().unstarted(() -> {});
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
            last = Thread.ofVirtual().start(() -> {
                try {
                    String answer = api.get("/search?q=" + query);
                    ui.execute(() -> {
                        if (!closed && number == newest) {
                            show.accept(answer);
                        }
                    });
                } catch (Exception e) {
                    // nothing is shown
                }
            });
        }

        @Override
        public void close() {
            closed = true;
            last.interrupt();
        }
    }
}
