// Mistake: the next run is due a period after the thread has woken up and the job has run, a whole number of periods from now.
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
        var self = new AtomicReference<Runnable>();
        self.set(() -> { safely(job); try { pool.schedule(self.get(), period.toMillis(), TimeUnit.MILLISECONDS); } catch (RejectedExecutionException e) { /* closed */ } });
        pool.schedule(self.get(), period.toMillis(), TimeUnit.MILLISECONDS);
        return pool::shutdownNow;
    }

    private static void safely(Runnable job) { try { job.run(); } catch (RuntimeException e) { System.err.println("failed: " + e); } }
}
