// Idea: the same class of threads, kept in variables of type Thread: only the static type differs.
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

        long end = System.currentTimeMillis() + deadline.toMillis();
        var fetchers = new ArrayList<Fetcher>();
        for (String p : paths) fetchers.add(new Fetcher(p, api));
        fetchers.forEach(Thread::start);
        try {
            for (Thread f : fetchers) {
                long left = end - System.currentTimeMillis();
                if (left > 0) f.join(left);
            }
        } finally { fetchers.forEach(Thread::interrupt); joinAll(fetchers); }
        var result = new LinkedHashMap<String, String>();
        for (Fetcher f : fetchers) f.answer.ifPresent(a -> result.put(f.path, a));
        return result;
    }

    private static final class Fetcher extends Thread {
        private final String path; private final RemoteApi api; private Optional<String> answer = Optional.empty();
        Fetcher(String path, RemoteApi api) { this.path = path; this.api = api; }
        @Override public void run() { try { answer = Optional.of(api.get(path)); } catch (IOException | InterruptedException e) { /* no entry */ } }
    }
    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
