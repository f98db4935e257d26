// Idea: a delay queue with tickets for runs, and one that is due at once for the end.
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

        record Ticket(long due, boolean end) implements Delayed {
            @Override public long getDelay(TimeUnit unit) { return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS); }
            @Override public int compareTo(Delayed o) { return Long.compare(due, ((Ticket) o).due); }
        }
        var queue = new DelayQueue<Ticket>();
        long start = System.nanoTime();
        queue.add(new Ticket(start + period.toNanos(), false));
        Thread runner = Thread.startVirtualThread(() -> {
            try {
                for (Ticket t = queue.take(); !t.end(); t = queue.take()) {
                    safely(job);
                    queue.add(new Ticket(t.due() + period.toNanos(), false));
                }
            } catch (InterruptedException e) { /* never */ }
        });
        return () -> { queue.add(new Ticket(start, true)); runner.join(); };
    }

    private static void safely(Runnable job) { try { job.run(); } catch (RuntimeException e) { System.err.println("failed: " + e); } }
}
