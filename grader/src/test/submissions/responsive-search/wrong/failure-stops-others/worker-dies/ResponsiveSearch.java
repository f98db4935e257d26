// Mistake: one worker serves a queue, and the first failure ends it.
package twostoves.concurrency;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
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
        private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
        private int newest;
        private boolean closed;
        private volatile boolean failed;

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
            if (failed) {
                return;
            }
            int number = ++newest;
            Thread worker = Thread.ofVirtual().unstarted(() -> request(number, query));
            workers.add(worker);
            worker.start();
        }

        private void request(int number, String query) {
            try {
                String answer = api.get("/search?q=" + query);
                ui.execute(() -> {
                    if (!closed && number == newest) {
                        show.accept(answer);
                    }
                });
            } catch (Exception e) {
                failed = true;
            } finally {
                workers.remove(Thread.currentThread());
            }
        }

        @Override
        public void close() {
            closed = true;
            workers.forEach(Thread::interrupt);
        }
    }
}
