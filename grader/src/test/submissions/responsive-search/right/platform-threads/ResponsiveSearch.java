// Idea: a platform thread for each request; all of them stand in a concurrent set.
package twostoves.concurrency;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
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
            Thread thread = new Thread(() -> request(number, query));
            threads.add(thread);
            thread.start();
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
                // nothing is shown
            } finally {
                threads.remove(Thread.currentThread());
            }
        }

        @Override
        public void close() {
            closed = true;
            threads.forEach(Thread::interrupt);
        }
    }
}
