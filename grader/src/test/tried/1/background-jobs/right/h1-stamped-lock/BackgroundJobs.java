// Idea: a write lock is held until close(), and the runner tries to read with a limit.
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
        var lock = new StampedLock();
        long stamp = lock.writeLock();
        var once = new AtomicBoolean();
        Thread runner = Thread.ofVirtual().start(() -> {
            try {
                for (long due = first; ; due += nanos) {
                    while (true) {
                        long left = due - System.nanoTime();
                        if (left <= 0) break;
                        if (lock.tryReadLock(left, TimeUnit.NANOSECONDS) != 0) return;
                    }
                    if (closed.get()) return;
                    safely(job);
                }
            } catch (InterruptedException e) { /* never */ }
        });
        return () -> { closed.set(true); if (once.compareAndSet(false, true)) lock.unlockWrite(stamp); runner.join(); };
    }

    private static void safely(Runnable job) { try { job.run(); } catch (RuntimeException e) { System.err.println("failed: " + e); } }
}
