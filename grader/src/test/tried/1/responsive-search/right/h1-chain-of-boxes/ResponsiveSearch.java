// Idea: each key makes a new immutable state with a link to the thread before, and interrupts all but itself.
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

        private record Request(int number, FutureTask<Void> task, Request before) {
            void cancelAll() { for (Request r = this; r != null; r = r.before) r.task.cancel(true); }
        }
        private Request last; private boolean closed;
        @Override public void typed(String query) {
            Objects.requireNonNull(query);

            if (closed) return;
            if (last != null) last.cancelAll();
            int number = last == null ? 1 : last.number() + 1;
            var task = new FutureTask<Void>(() -> {
                String answer = api.get("/search?q=" + query);
                ui.execute(() -> { if (!closed && last.number() == number) show.accept(answer); });
                return null;
            });
            last = new Request(number, task, null);
            Thread.startVirtualThread(task);
        }
        @Override public void close() {

            closed = true;
            if (last != null) last.cancelAll();
        }
    }
}
