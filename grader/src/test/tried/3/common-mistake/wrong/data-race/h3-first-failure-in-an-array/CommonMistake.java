// Mistake: the first failure in an array of one, looked at by each request.
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
        Throwable[] first = new Throwable[1];
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < paths.size(); i++) {
                int n = i;
                executor.submit(() -> {
                    try { answers.set(n, api.get(paths.get(n))); } catch (Throwable t) { if (first[0] == null) { first[0] = t; } }
                });
            }
            executor.shutdown();
            try { executor.awaitTermination(1, TimeUnit.DAYS); } catch (InterruptedException e) { executor.shutdownNow(); throw e; }
        }
        if (first[0] != null) { throw original(first[0]); }
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
