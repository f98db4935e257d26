// Mistake: the permit is acquired inside the try whose finally gives it back, also when acquire was interrupted.
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

        var permits = new Semaphore(limit);
        List<Future<String>> futures = new ArrayList<>();
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (String p : paths) futures.add(executor.submit(() -> {
                try { permits.acquire(); return api.get(p); } finally { permits.release(); }
            }));
            List<String> answers = new ArrayList<>();
            for (var f : futures) answers.add(f.get());
            return answers;
        } catch (ExecutionException e) { futures.forEach(f -> f.cancel(true)); throw original(e.getCause()); }
        catch (InterruptedException e) { futures.forEach(f -> f.cancel(true)); throw e; }
        finally { executor.close(); }
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
