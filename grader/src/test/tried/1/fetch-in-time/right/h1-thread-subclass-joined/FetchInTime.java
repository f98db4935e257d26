// Idea: a subclass of Thread for each request, joined with the time that remains.
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
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.*;

public final class FetchInTime implements FetchInTimeContract {
    @Override
    public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api); if (!deadline.isPositive()) throw new IllegalArgumentException("deadline");

        long end = System.nanoTime() + deadline.toNanos();
        List<Fetcher> threads = new ArrayList<>();
        for (String p : paths) { Fetcher f = new Fetcher(p, api); threads.add(f); f.start(); }
        try {
            for (Fetcher f : threads) {
                long left = end - System.nanoTime();
                if (left <= 0) break;
                f.join(Duration.ofNanos(left));
            }
        } finally { threads.forEach(Thread::interrupt); joinAll(threads); }
        var result = new LinkedHashMap<String, String>();
        for (Fetcher f : threads) if (f.answer != null) result.put(f.path, f.answer);
        return result;
    }

    private static final class Fetcher extends Thread {
        final String path; final RemoteApi api; String answer;
        Fetcher(String path, RemoteApi api) { this.path = path; this.api = api; }
        @Override public void run() { try { answer = api.get(path); } catch (IOException | InterruptedException e) { /* no entry */ } }
    }
    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
