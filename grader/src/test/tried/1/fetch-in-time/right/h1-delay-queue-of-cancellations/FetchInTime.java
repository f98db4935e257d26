// Idea: a watcher takes the deadline from a DelayQueue and interrupts the caller-side latch by opening it.
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

        var answers = new ConcurrentHashMap<String, String>();
        record Strike(long due) implements Delayed {
            @Override public long getDelay(TimeUnit unit) { return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS); }
            @Override public int compareTo(Delayed o) { return Long.compare(getDelay(TimeUnit.NANOSECONDS), o.getDelay(TimeUnit.NANOSECONDS)); }
        }
        var strikes = new DelayQueue<Strike>();
        strikes.add(new Strike(System.nanoTime() + deadline.toNanos()));
        var over = new CountDownLatch(1);
        var open = new AtomicInteger(paths.size());
        if (paths.isEmpty()) return Map.of();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.submit(() -> { strikes.take(); over.countDown(); return null; });
            for (String p : paths) executor.execute(() -> {
                try { answers.put(p, api.get(p)); } catch (IOException | InterruptedException e) { /* no entry */ }
                if (open.decrementAndGet() == 0) over.countDown();
            });
            try { over.await(); } finally { executor.shutdownNow(); }
        }
        var result = new LinkedHashMap<String, String>();
        for (String p : paths) { String a = answers.get(p); if (a != null) result.put(p, a); }
        return result;
    }

}
