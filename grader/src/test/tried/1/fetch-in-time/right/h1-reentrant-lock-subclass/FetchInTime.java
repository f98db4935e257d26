// Idea: an AutoCloseable lock of its own class, which extends ReentrantLock, and a condition of it awaited with a limit.
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

        final class Guard extends ReentrantLock { final Condition changed = newCondition(); }
        var guard = new Guard();
        var answers = new HashMap<String, String>();
        int[] open = {paths.size()};
        long left = deadline.toNanos();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String p : paths) executor.execute(() -> {
                String a = null;
                try { a = api.get(p); } catch (IOException | InterruptedException e) { /* no entry */ }
                guard.lock();
                try { if (a != null) answers.put(p, a); open[0]--; guard.changed.signalAll(); } finally { guard.unlock(); }
            });
            try {
                guard.lockInterruptibly();
                try { while (open[0] > 0 && left > 0) left = guard.changed.awaitNanos(left); } finally { guard.unlock(); }
            } finally { executor.shutdownNow(); }
        }
        var result = new LinkedHashMap<String, String>();
        for (String p : paths) { String a = answers.get(p); if (a != null) result.put(p, a); }
        return result;
    }

}
