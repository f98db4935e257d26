// Idea: a subclass of Thread that waits on itself with a limit.
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

        final class Runner extends Thread {
            boolean closed;
            final long first = System.nanoTime() + period.toNanos();
            @Override public void run() {
                for (long due = first; ; due += period.toNanos()) {
                    synchronized (this) {
                        try {
                            for (long left; !closed && (left = due - System.nanoTime()) > 0; ) this.wait(Math.max(1, left / 1_000_000));
                        } catch (InterruptedException e) { return; }
                        if (closed) return;
                    }
                    safely(job);
                }
            }
            synchronized void end() { closed = true; notifyAll(); }
        }
        Runner r = new Runner();
        r.setDaemon(true);
        r.start();
        return () -> { r.end(); r.join(); };
    }

    private static void safely(Runnable job) { try { job.run(); } catch (RuntimeException e) { System.err.println("failed: " + e); } }
}
