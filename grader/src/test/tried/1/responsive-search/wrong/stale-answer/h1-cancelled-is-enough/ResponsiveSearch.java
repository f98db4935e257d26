// Mistake: the request before is interrupted, and nobody asks whether its answer has come already.
package twostoves.concurrency;

import java.io.*;
import java.nio.*;
import java.nio.channels.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.net.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import twostoves.contract.ResponsiveSearchContract;
import twostoves.kit.*;

public final class ResponsiveSearch implements ResponsiveSearchContract {
    @Override
    public SearchBox open(RemoteApi api, Executor ui, Consumer<String> show) {
        Objects.requireNonNull(api); Objects.requireNonNull(ui); Objects.requireNonNull(show);
        return new Box(api, ui, show);
    }

    private static final class Box implements SearchBox {
        private final RemoteApi api; private final Executor ui; private final Consumer<String> show;
        Box(RemoteApi api, Executor ui, Consumer<String> show) { this.api = api; this.ui = ui; this.show = show; }

        private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
        private Future<?> last; private boolean closed;
        @Override public void typed(String query) {
            Objects.requireNonNull(query);

            if (closed) return;
            if (last != null) last.cancel(true);
            last = requests.submit(() -> {
                String a = api.get("/search?q=" + query);
                ui.execute(() -> { if (!closed) show.accept(a); });
                return null;
            });
        }
        @Override public void close() {

            closed = true;
            requests.shutdownNow();
        }
    }
}
