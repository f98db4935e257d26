// Mistake: a delayed executor without an executor of its own is the common pool, a moment later.
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

        Executor pool = CompletableFuture.delayedExecutor(0, TimeUnit.MILLISECONDS);
        var requests = new ArrayList<CompletableFuture<String>>();
        for (String path : paths) { requests.add(CompletableFuture.supplyAsync(() -> { try { return api.get(path); } catch (IOException | InterruptedException e) { throw new CompletionException(e); } }, pool)); }
        try { CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new)).get(); } catch (ExecutionException e) { throw original(e); }
        return requests.stream().map(CompletableFuture::join).toList();
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
