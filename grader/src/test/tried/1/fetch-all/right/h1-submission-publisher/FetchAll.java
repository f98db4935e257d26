// Idea: the answers are published to a subscriber on an executor of its own; the rest is a flow.
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
import twostoves.contract.FetchAllContract;
import twostoves.kit.*;

public final class FetchAll implements FetchAllContract {
    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api);

        Object[] outcomes = new Object[paths.size()];
        var done = new CountDownLatch(1);
        record Item(int index, Object outcome) {}
        try (var delivery = Executors.newSingleThreadExecutor();
                var publisher = new SubmissionPublisher<Item>(delivery, Math.max(1, paths.size()))) {
            publisher.subscribe(new Flow.Subscriber<Item>() {
                @Override public void onSubscribe(Flow.Subscription s) { s.request(Long.MAX_VALUE); }
                @Override public void onNext(Item item) { outcomes[item.index()] = item.outcome(); }
                @Override public void onError(Throwable t) { done.countDown(); }
                @Override public void onComplete() { done.countDown(); }
            });
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < paths.size(); i++) {
                    int index = i;
                    executor.execute(() -> {
                        Object outcome;
                        try { outcome = api.get(paths.get(index)); } catch (Throwable e) { outcome = e; }
                        publisher.submit(new Item(index, outcome));
                    });
                }
            }
            publisher.close();
            done.await();
        }
        List<String> answers = new ArrayList<>();
        for (Object o : outcomes) if (o instanceof Throwable t) throw original(t); else answers.add((String) o);
        return answers;
    }

    private static RuntimeException original(Throwable t) throws IOException, InterruptedException {
        return switch (t) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(t);
        };
    }

}
