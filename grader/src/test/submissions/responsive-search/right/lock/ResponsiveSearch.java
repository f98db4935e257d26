// Idea: a lock guards the number of the newest query, and the UI thread asks under it.
package twostoves.concurrency;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
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
        private final ReentrantLock lock = new ReentrantLock();
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
            int number;
            lock.lock();
            try {
                if (closed) {
                    return;
                }
                number = ++newest;
            } finally {
                lock.unlock();
            }
            requests.submit(() -> {
                String answer = api.get("/search?q=" + query);
                ui.execute(() -> showIfWanted(number, answer));
                return null;
            });
        }

        private void showIfWanted(int number, String answer) {
            boolean wanted;
            lock.lock();
            try {
                wanted = !closed && number == newest;
            } finally {
                lock.unlock();
            }
            if (wanted) {
                show.accept(answer);
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                closed = true;
            } finally {
                lock.unlock();
            }
            requests.shutdownNow();
        }
    }
}
