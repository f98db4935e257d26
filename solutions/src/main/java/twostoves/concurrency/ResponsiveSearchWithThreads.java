package twostoves.concurrency;

import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import twostoves.contract.ResponsiveSearchContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.SearchBox;

/**
 * Exercise 10 with bare threads, one for each request, and a list of those that are on their way.
 *
 * <p>Worth writing once to see what an executor does for you: it knows its threads, lets go of those that have ended,
 * and interrupts the others. Here the UI thread keeps that list, so it needs no lock.
 */
public final class ResponsiveSearchWithThreads implements ResponsiveSearchContract {

    @Override
    public SearchBox open(RemoteApi api, Executor ui, Consumer<String> show) {
        return new Box(Objects.requireNonNull(api), Objects.requireNonNull(ui), Objects.requireNonNull(show));
    }

    private static final class Box implements SearchBox {

        private final RemoteApi api;
        private final Executor ui;
        private final Consumer<String> show;

        // used by the UI thread only
        private final Set<Thread> onTheirWay = new HashSet<>();
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
            if (!closed) {
                int number = ++newest;
                onTheirWay.add(Thread.ofVirtual().start(() -> request(number, query)));
            }
        }

        private void request(int number, String query) {
            Thread own = Thread.currentThread();
            try {
                String answer = api.get("/search?q=" + query);
                ui.execute(() -> {
                    if (!closed && number == newest) {
                        show.accept(answer);
                    }
                });
            } catch (IOException e) {
                // A request that fails shows nothing.
            } catch (InterruptedException e) {
                // The box has been closed: nobody is left to be told, and the thread ends here.
            } finally {
                ui.execute(() -> onTheirWay.remove(own));
            }
        }

        @Override
        public void close() {
            closed = true;
            onTheirWay.forEach(Thread::interrupt);
        }
    }
}
