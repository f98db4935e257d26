// Mistake: each key starts a thread that waits for its turn, and nobody tells it that the box is closed.
package twostoves.concurrency;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
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
            CountDownLatch answered = new CountDownLatch(1);
            String[] answer = new String[1];
            requests.submit(() -> {
                answer[0] = api.get("/search?q=" + query);
                answered.countDown();
                return null;
            });
            Thread.startVirtualThread(() -> {
                try {
                    answered.await();
                } catch (InterruptedException e) {
                    return;
                }
                ui.execute(() -> {
                    if (!closed && number == newest) {
                        show.accept(answer[0]);
                    }
                });
            });
        }

        @Override
        public void close() {
            closed = true;
            requests.shutdownNow();
        }
    }
}
