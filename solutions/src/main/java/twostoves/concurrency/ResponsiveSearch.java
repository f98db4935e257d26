package twostoves.concurrency;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import twostoves.contract.ResponsiveSearchContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.SearchBox;

/**
 * The reference for exercise 10: wait on other threads, decide on the UI thread.
 *
 * <p>All that can change is touched by the UI thread alone. So there is no lock, and nothing can come between the
 * decision that an answer is still wanted and showing it.
 */
public final class ResponsiveSearch implements ResponsiveSearchContract {

    @Override
    public SearchBox open(RemoteApi api, Executor ui, Consumer<String> show) {
        return new Box(Objects.requireNonNull(api), Objects.requireNonNull(ui), Objects.requireNonNull(show));
    }

    private static final class Box implements SearchBox {

        private final RemoteApi api;
        private final Executor ui;
        private final Consumer<String> show;
        private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

        // used by the UI thread only
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
            // submit() and not execute(): what a request throws stays in a future nobody looks at, and that is all
            requests.submit(() -> {
                String answer = api.get("/search?q=" + query);
                ui.execute(() -> showIfWanted(number, answer));
                return null;
            });
        }

        /** Runs on the UI thread, so nothing is typed and nothing closed between the question and the answer. */
        private void showIfWanted(int number, String answer) {
            if (!closed && number == newest) {
                show.accept(answer);
            }
        }

        @Override
        public void close() {
            closed = true;
            requests.shutdownNow(); // interrupts them and does not wait, as close() would
        }
    }
}
