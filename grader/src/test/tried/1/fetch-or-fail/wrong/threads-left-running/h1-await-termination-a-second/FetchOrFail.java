// Mistake: after a failure the pool is awaited for a second and no longer.
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
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.*;

public final class FetchOrFail implements FetchOrFailContract {
    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api);

        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var done = new ExecutorCompletionService<String>(executor);
        try {
            List<Future<String>> futures = new ArrayList<>();
            for (String p : paths) futures.add(done.submit(() -> api.get(p)));
            List<Throwable> failures = new ArrayList<>();
            for (int i = 0; i < paths.size() && failures.isEmpty(); i++) {
                Future<String> f = done.take();
                if (f.state() == Future.State.FAILED) failures.add(f.exceptionNow());
            }
            executor.shutdownNow();
            executor.awaitTermination(1, TimeUnit.SECONDS);
            for (var f : futures) if (f.state() == Future.State.FAILED && f.exceptionNow() instanceof IOException e && !failures.contains(e)) failures.add(e);
            if (!failures.isEmpty()) { failures.stream().skip(1).forEach(failures.getFirst()::addSuppressed); throw original(failures.getFirst()); }
            return futures.stream().map(Future::resultNow).toList();
        } finally { executor.shutdownNow(); executor.awaitTermination(1, TimeUnit.SECONDS); }
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
