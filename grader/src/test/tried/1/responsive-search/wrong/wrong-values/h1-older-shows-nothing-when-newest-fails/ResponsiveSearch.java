// Mistake: a failure of the newest request shows an empty list.
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
        private int count; private boolean closed;
        @Override public void typed(String query) {
            Objects.requireNonNull(query);

            if (closed) return;
            int number = ++count;
            requests.submit(() -> {
                String a;
                try { a = api.get("/search?q=" + query); } catch (IOException e) { a = ""; }
                String text = a;
                ui.execute(() -> { if (!closed && number == count) show.accept(text); });
                return null;
            });
        }
        @Override public void close() {

            closed = true;
            requests.shutdownNow();
        }
    }
}
