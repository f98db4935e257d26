// Idea: as many chains of completable futures as places: each stage takes the next path from an iterator behind a lock.
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

        Object[] outcomes = new Object[paths.size()];
        var next = new AtomicInteger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var lanes = IntStream.range(0, Math.min(limit, paths.size()))
                    .mapToObj(i -> lane(next, outcomes, paths, api, executor)).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(lanes).get();
        } catch (ExecutionException e) { throw original(e.getCause()); }
        List<String> answers = new ArrayList<>();
        for (Object o : outcomes) if (o instanceof Throwable t) throw original(t); else answers.add((String) o);
        return answers;
    }

    private static CompletableFuture<Void> lane(AtomicInteger next, Object[] outcomes, List<String> paths, RemoteApi api, Executor executor) {
        int index = next.getAndIncrement();
        if (index >= outcomes.length) return CompletableFuture.completedFuture(null);
        return CompletableFuture.runAsync(() -> {
            try { outcomes[index] = api.get(paths.get(index)); } catch (Throwable e) { outcomes[index] = e; }
        }, executor).thenCompose(v -> lane(next, outcomes, paths, api, executor));
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
