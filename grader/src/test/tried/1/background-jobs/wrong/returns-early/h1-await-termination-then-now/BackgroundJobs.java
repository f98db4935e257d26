// Mistake: the recipe of the Javadoc: a second, shutdownNow, and another second.
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

        var pool = Executors.newSingleThreadScheduledExecutor();
        pool.scheduleAtFixedRate(() -> safely(job), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return () -> { pool.shutdown(); if (!pool.awaitTermination(1, TimeUnit.SECONDS)) { pool.shutdownNow(); pool.awaitTermination(1, TimeUnit.SECONDS); } };
    }

    private static void safely(Runnable job) { try { job.run(); } catch (RuntimeException e) { System.err.println("failed: " + e); } }
}
