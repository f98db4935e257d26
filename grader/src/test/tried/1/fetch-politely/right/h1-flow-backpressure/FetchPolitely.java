// Idea: a subscription requests as many items as there are places, and one more for each that ends.
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
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.*;

public final class FetchPolitely implements FetchPolitelyContract {
    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api); if (limit < 1) throw new IllegalArgumentException("limit " + limit);

        var latch = new CountDownLatch(paths.size());
        Object[] outcomes = new Object[paths.size()];
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var publisher = new SubmissionPublisher<Integer>(executor, Math.max(1, paths.size()))) {
            publisher.subscribe(new Flow.Subscriber<Integer>() {
                Flow.Subscription subscription;
                @Override public void onSubscribe(Flow.Subscription s) { subscription = s; s.request(limit); }
                @Override public void onNext(Integer index) {
                    executor.execute(() -> {
                        try { outcomes[index] = api.get(paths.get(index)); } catch (Throwable e) { outcomes[index] = e; }
                        ended.countDown();
                        subscription.request(1);
                    });
                }
                final CountDownLatch ended = latch;
                @Override public void onError(Throwable t) { }
                @Override public void onComplete() { }
            });
            for (int i = 0; i < paths.size(); i++) publisher.submit(i);
            try { latch.await(); } catch (InterruptedException e) { executor.shutdownNow(); throw e; }
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
