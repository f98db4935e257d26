// Idea: the runner awaits the next phase of a phaser, with a limit; close() ends the phase.
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
        var phaser = new Phaser(1);
        Thread runner = Thread.ofVirtual().start(() -> {
            try {
                for (long due = first; ; due += nanos) {
                    while (true) {
                        long left = due - System.nanoTime();
                        if (left <= 0) break;
                        if (waits(phaser, left)) return;
                    }
                    if (closed.get()) return;
                    safely(job);
                }
            } catch (InterruptedException e) { /* never */ }
        });
        return () -> { closed.set(true); phaser.forceTermination(); runner.join(); };
    }

    private static void safely(Runnable job) { try { job.run(); } catch (RuntimeException e) { System.err.println("failed: " + e); } }
    private static boolean waits(Phaser p, long nanos) throws InterruptedException {
        try { p.awaitAdvanceInterruptibly(0, nanos, TimeUnit.NANOSECONDS); return true; } catch (TimeoutException e) { return p.isTerminated(); }
    }
}
