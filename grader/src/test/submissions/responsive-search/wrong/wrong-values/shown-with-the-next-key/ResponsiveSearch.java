// Mistake: answers are collected, and shown when the next key is pressed.
package twostoves.concurrency;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        private final Queue<String> answers = new ConcurrentLinkedQueue<>();
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
            for (String answer = answers.poll(); answer != null; answer = answers.poll()) {
                show.accept(answer);
            }
            requests.submit(() -> answers.add(api.get("/search?q=" + query)));
        }

        @Override
        public void close() {
            closed = true;
            requests.shutdownNow();
        }
    }
}
