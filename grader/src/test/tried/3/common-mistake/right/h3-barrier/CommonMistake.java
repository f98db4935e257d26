// Idea: a cyclic barrier for all requests and the caller, on threads of a closed executor.
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

        var answers = new String[paths.size()];
        var failure = new AtomicReference<Throwable>();
        var barrier = new CyclicBarrier(paths.size() + 1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < answers.length; i++) {
                int n = i;
                executor.submit(() -> {
                    try { answers[n] = api.get(paths.get(n)); } catch (Exception e) { failure.compareAndSet(null, e); }
                    return barrier.await();
                });
            }
            try { barrier.await(); } catch (InterruptedException e) { executor.shutdownNow(); throw e; }
        } catch (BrokenBarrierException e) { throw new IllegalStateException(e); }
        if (failure.get() != null) { throw original(failure.get()); }
        return Arrays.asList(answers);
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
