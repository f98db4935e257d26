// Idea: answers are published to a subscriber on the UI executor.
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

        private record Answer(int number, String text) {}
        private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
        private int count, shown; private boolean closed;
        private SubmissionPublisher<Answer> publisher;
        private SubmissionPublisher<Answer> publisher() {
            if (publisher == null) {
                publisher = new SubmissionPublisher<>(ui, 1024);
                publisher.subscribe(new Flow.Subscriber<>() {
                    @Override public void onSubscribe(Flow.Subscription s) { s.request(Long.MAX_VALUE); }
                    @Override public void onNext(Answer a) { if (!closed && a.number() > shown) { shown = a.number(); show.accept(a.text()); } }
                    @Override public void onError(Throwable t) { }
                    @Override public void onComplete() { }
                });
            }
            return publisher;
        }
        @Override public void typed(String query) {
            Objects.requireNonNull(query);

            if (closed) return;
            int number = ++count;
            var p = publisher();
            requests.execute(() -> {
                try { p.offer(new Answer(number, api.get("/search?q=" + query)), null); } catch (IOException | InterruptedException e) { /* nothing to show */ }
            });
        }
        @Override public void close() {

            closed = true;
            requests.shutdownNow();
            if (publisher != null) publisher.close();
        }
    }
}
