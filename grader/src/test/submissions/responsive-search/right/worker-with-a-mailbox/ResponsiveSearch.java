// Idea: one worker fetches what lies in a mailbox of one place; a key replaces it and interrupts the worker.
package twostoves.concurrency;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
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
        private final AtomicReference<Order> mailbox = new AtomicReference<>();
        private final Thread worker;
        private volatile boolean closed;
        private int newest;

        private record Order(int number, String query) {}

        Box(RemoteApi api, Executor ui, Consumer<String> show) {
            this.api = api;
            this.ui = ui;
            this.show = show;
            this.worker = Thread.ofVirtual().start(this::work);
        }

        @Override
        public void typed(String query) {
            Objects.requireNonNull(query);
            if (closed) {
                return;
            }
            int number = ++newest;
            mailbox.set(new Order(number, query));
            worker.interrupt();
        }

        private void work() {
            while (!closed) {
                Thread.interrupted();
                Order order = mailbox.getAndSet(null);
                if (order == null) {
                    if (!closed) {
                        LockSupport.park(this);
                    }
                    continue;
                }
                try {
                    String answer = api.get("/search?q=" + order.query());
                    ui.execute(() -> {
                        if (!closed && order.number() == newest) {
                            show.accept(answer);
                        }
                    });
                } catch (Exception e) {
                    // a newer query, or nothing to show
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            worker.interrupt();
        }
    }
}
