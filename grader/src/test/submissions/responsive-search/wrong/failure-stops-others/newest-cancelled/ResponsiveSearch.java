// Mistake: whoever fails cancels what is on its way, a newer query too.
package twostoves.concurrency;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
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
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
        return new SearchBox() {
            private volatile Future<?> current = new FutureTask<>(() -> null);
            private int newest;

            @Override
            public void typed(String query) {
                Objects.requireNonNull(query);
                if (requests.isShutdown()) {
                    return;
                }
                int number = ++newest;
                current = requests.submit(() -> {
                    try {
                        String answer = api.get("/search?q=" + query);
                        ui.execute(() -> {
                            if (!requests.isShutdown() && number == newest) {
                                show.accept(answer);
                            }
                        });
                    } catch (Exception e) {
                        current.cancel(true);
                    }
                });
            }

            @Override
            public void close() {
                requests.shutdownNow();
            }
        };
    }
}
