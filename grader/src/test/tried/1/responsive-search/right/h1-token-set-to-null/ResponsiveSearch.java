// Idea: an immutable token stands for the newest query; closing puts null in its place; threads are kept in a weak map.
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

        private final Set<Thread> threads = Collections.newSetFromMap(new WeakHashMap<>());
        private Object newest = new Object();
        @Override public void typed(String query) {
            Objects.requireNonNull(query);

            if (newest == null) return;
            Object mine = newest = new Object();
            Thread t = Thread.ofVirtual().unstarted(() -> {
                try {
                    String answer = api.get("/search?q=" + query);
                    ui.execute(() -> { if (newest == mine) show.accept(answer); });
                } catch (IOException | InterruptedException e) { /* nothing to show */ }
            });
            threads.add(t);
            t.start();
        }
        @Override public void close() {

            newest = null;
            threads.forEach(Thread::interrupt);
        }
    }
}
