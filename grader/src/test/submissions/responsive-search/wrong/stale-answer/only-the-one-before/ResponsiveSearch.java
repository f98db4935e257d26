// Mistake: an answer rules out the one before it, and none that is older still.
package twostoves.concurrency;

import java.util.Objects;
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
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
        return new SearchBox() {
            private boolean[] before = new boolean[1];

            @Override
            public void typed(String query) {
                Objects.requireNonNull(query);
                if (requests.isShutdown()) {
                    return;
                }
                boolean[] previous = before;
                boolean[] outdated = new boolean[1];
                before = outdated;
                requests.submit(() -> {
                    String answer = api.get("/search?q=" + query);
                    ui.execute(() -> {
                        if (!requests.isShutdown() && !outdated[0]) {
                            previous[0] = true;
                            show.accept(answer);
                        }
                    });
                    return null;
                });
            }

            @Override
            public void close() {
                requests.shutdownNow();
            }
        };
    }
}
