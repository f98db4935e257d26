// Idea: a scheduled pool of its own, whose afterExecute keeps nobody from going on.
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

        final class Pool extends ScheduledThreadPoolExecutor {
            Pool() { super(1, Thread.ofPlatform().daemon().factory()); setExecuteExistingDelayedTasksAfterShutdownPolicy(false); }
            void end() throws InterruptedException {
                shutdown();
                while (!awaitTermination(1, TimeUnit.DAYS)) { }
            }
        }
        Pool pool = new Pool();
        pool.scheduleAtFixedRate(() -> safely(job), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        return pool::end;
    }

    private static void safely(Runnable job) { try { job.run(); } catch (RuntimeException e) { System.err.println("failed: " + e); } }
}
