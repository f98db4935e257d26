// Mistake: a loop that sleeps; close() interrupts it and joins it for half a second.
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

        var closed = new AtomicBoolean();
        long first = System.nanoTime() + period.toNanos();
        Thread runner = Thread.ofVirtual().start(() -> {
            for (long due = first; !closed.get(); due += period.toNanos()) {
                try { Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime()))); } catch (InterruptedException e) { return; }
                if (!closed.get()) safely(job);
            }
        });
        return () -> { closed.set(true); runner.interrupt(); runner.join(500); };
    }

    private static void safely(Runnable job) { try { job.run(); } catch (RuntimeException e) { System.err.println("failed: " + e); } }
}
