// Idea: requests are FutureTasks of a class of its own, asked with the time that remains.
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

        final class Request extends FutureTask<String> {
            final String path; final Thread thread = Thread.ofVirtual().unstarted(this);
            Request(String path) { super(() -> api.get(path)); this.path = path; }
        }
        long end = System.nanoTime() + deadline.toNanos();
        List<Request> requests = paths.stream().map(Request::new).toList();
        requests.forEach(r -> r.thread.start());
        var result = new LinkedHashMap<String, String>();
        try {
            for (Request r : requests) {
                try { result.put(r.path, r.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)); }
                catch (ExecutionException | TimeoutException e) { /* no entry */ }
            }
        } finally { requests.forEach(r -> r.thread.interrupt()); joinAll(requests.stream().map(r -> r.thread).toList()); }
        return result;
    }

    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
