// Idea: a thread pool whose afterExecute collects what came of each task.
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

        final class Pool extends ThreadPoolExecutor {
            final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
            Pool() { super(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>()); }
            @Override protected void afterExecute(Runnable r, Throwable t) {
                super.afterExecute(r, t);
                if (r instanceof FutureTask<?> f && f.state() == Future.State.FAILED) failures.add(f.exceptionNow());
            }
        }
        try (Pool pool = new Pool()) {
            List<Future<String>> futures = new ArrayList<>();
            for (String p : paths) futures.add(pool.submit(() -> api.get(p)));
            pool.shutdown();
            pool.awaitTermination(1_000, TimeUnit.DAYS);
            if (!pool.failures.isEmpty()) throw original(pool.failures.peek());
            return futures.stream().map(Future::resultNow).toList();
        }
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
