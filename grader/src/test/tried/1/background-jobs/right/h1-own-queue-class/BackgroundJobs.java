// Idea: commands come through a queue of its own class, polled with a limit; the only command is the end.
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

        final class Commands extends LinkedBlockingDeque<String> {}
        var commands = new Commands();
        long first = System.nanoTime() + period.toNanos();
        Thread runner = Thread.ofVirtual().start(() -> {
            try {
                for (long due = first; commands.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS) == null; due += period.toNanos()) {
                    if (!commands.isEmpty()) return;
                    try { job.run(); } catch (RuntimeException e) { System.err.println("failed: " + e); }
                }
            } catch (InterruptedException e) { /* never */ }
        });
        return () -> { commands.add("end"); runner.join(); };
    }

}
