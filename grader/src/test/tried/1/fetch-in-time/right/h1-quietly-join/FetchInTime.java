// Idea: ForkJoinTask.quietlyJoin with the time that remains.
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
        long end = System.nanoTime() + deadline.toNanos();
        try (var pool = new ForkJoinPool(paths.size())) {
            try {
                List<ForkJoinTask<String>> tasks = new ArrayList<>();
                for (String p : paths) tasks.add(pool.submit(() -> api.get(p)));
                for (int i = 0; i < paths.size(); i++) {
                    if (tasks.get(i).quietlyJoin(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS) && tasks.get(i).isCompletedNormally())
                        result.put(paths.get(i), tasks.get(i).getRawResult());
                }
            } finally { pool.shutdownNow(); }
        }
        return result;
    }

}
