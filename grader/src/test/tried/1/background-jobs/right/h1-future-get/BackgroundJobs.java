// Idea: a completable future that stands for the end is asked with a limit.
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
import twostoves.contract.BackgroundJobsContract;
import twostoves.kit.*;

public final class BackgroundJobs implements BackgroundJobsContract {
    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job); if (!period.isPositive()) throw new IllegalArgumentException("period");

        long nanos = period.toNanos();
        long first = System.nanoTime() + nanos;
        var closed = new AtomicBoolean();
        var end = new CompletableFuture<Void>();
        Thread runner = Thread.ofVirtual().start(() -> {
            try {
                for (long due = first; ; due += nanos) {
                    while (true) {
                        long left = due - System.nanoTime();
                        if (left <= 0) break;
                        if (waits(end, left)) return;
                    }
                    if (closed.get()) return;
                    safely(job);
                }
            } catch (InterruptedException e) { /* never */ }
        });
        return () -> { closed.set(true); end.complete(null); runner.join(); };
    }

    private static void safely(Runnable job) { try { job.run(); } catch (RuntimeException e) { System.err.println("failed: " + e); } }
    private static boolean waits(CompletableFuture<Void> end, long nanos) throws InterruptedException {
        try { end.get(nanos, TimeUnit.NANOSECONDS); return true; } catch (TimeoutException e) { return false; } catch (ExecutionException e) { throw new IllegalStateException(e); }
    }
}
