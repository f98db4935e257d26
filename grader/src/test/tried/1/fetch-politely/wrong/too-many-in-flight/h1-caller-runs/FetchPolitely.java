// Mistake: a pool as large as the limit hands what it cannot take back to the caller, who fetches it.
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

        try (var pool = new ThreadPoolExecutor(limit, limit, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy())) {
            List<Future<String>> futures = new ArrayList<>();
            for (String p : paths) futures.add(pool.submit(() -> api.get(p)));
            List<String> answers = new ArrayList<>();
            for (var f : futures) answers.add(f.get());
            return answers;
        } catch (ExecutionException e) { throw original(e.getCause()); }
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
