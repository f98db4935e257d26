// Mistake: a plain flag says that the answer is there.
package twostoves.choosing;

import java.io.IOException;
import java.time.Duration;
import java.math.BigInteger;
import java.util.*;
import java.util.stream.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class CommonMistake implements CommonMistakeContract {
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        class Request { volatile boolean started; boolean done; String answer; Throwable failure; }
        List<Request> requests = new ArrayList<>();
        var left = new CountDownLatch(paths.size());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String path : paths) {
                Request r = new Request();
                requests.add(r);
                executor.submit(() -> {
                    try { String a = api.get(path); left.countDown(); r.answer = a; } catch (Throwable t) { r.failure = t; left.countDown(); }
                });
            }
            try { left.await(); } catch (InterruptedException e) { executor.shutdownNow(); throw e; }
            for (Request r : requests) { if (r.failure != null) { throw original(r.failure); } if (r.answer == null) { r.done = true; } }
        }
        return requests.stream().map(r -> r.answer).toList();
    }

    private static RuntimeException original(Throwable failure) throws IOException, InterruptedException {
        Throwable cause = failure;
        while (cause instanceof ExecutionException || cause instanceof CompletionException) { cause = cause.getCause(); }
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
