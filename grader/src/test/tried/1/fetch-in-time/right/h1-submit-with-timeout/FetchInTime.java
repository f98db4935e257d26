// Idea: ForkJoinPool.submitWithTimeout, new in Java 25: each task has the deadline as its own, all submitted together.
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
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.*;

public final class FetchInTime implements FetchInTimeContract {
    @Override
    public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api); if (!deadline.isPositive()) throw new IllegalArgumentException("deadline");

        if (paths.isEmpty()) return Map.of();
        var result = new LinkedHashMap<String, String>();
        try (var pool = new ForkJoinPool(paths.size())) {
            try {
                List<ForkJoinTask<String>> tasks = new ArrayList<>();
                for (String p : paths) tasks.add(pool.submitWithTimeout(() -> api.get(p), deadline.toMillis(), TimeUnit.MILLISECONDS, null));
                for (int i = 0; i < paths.size(); i++) {
                    try { result.put(paths.get(i), tasks.get(i).get()); } catch (ExecutionException | CancellationException e) { /* no entry */ }
                }
            } finally { pool.shutdownNow(); }
        }
        return result;
    }

}
