// Idea: an array of references and a latch, on threads that are joined by closing their executor.
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

        var answers = new AtomicReferenceArray<String>(paths.size());
        var failures = new ConcurrentLinkedDeque<Exception>();
        var left = new CountDownLatch(paths.size());
        var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());
        try {
            for (int i = 0; i < paths.size(); i++) {
                int n = i;
                threads.execute(() -> {
                    try { answers.set(n, api.get(paths.get(n))); }
                    catch (IOException | InterruptedException | RuntimeException e) { failures.add(e); }
                    finally { left.countDown(); }
                });
            }
            left.await();
        } catch (InterruptedException e) { threads.shutdownNow(); throw e; }
        finally { threads.close(); }
        if (!failures.isEmpty()) { throw original(failures.getFirst()); }
        return IntStream.range(0, paths.size()).mapToObj(answers::get).toList();
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
