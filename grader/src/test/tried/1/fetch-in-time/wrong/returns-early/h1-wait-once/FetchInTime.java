// Mistake: the caller waits once for the whole deadline: a spurious wake-up is taken for the end.
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

        var answers = new ConcurrentHashMap<String, String>();
        Object monitor = new Object();
        int[] open = {paths.size()};
        List<Thread> threads = new ArrayList<>();
        for (String p : paths) threads.add(Thread.startVirtualThread(() -> {
            try { answers.put(p, api.get(p)); } catch (IOException | InterruptedException e) { /* no entry */ }
            synchronized (monitor) { if (--open[0] == 0) monitor.notifyAll(); }
        }));
        try { synchronized (monitor) { if (open[0] > 0) monitor.wait(deadline.toMillis()); } }
        finally { threads.forEach(Thread::interrupt); joinAll(threads); }
        var result = new LinkedHashMap<String, String>();
        for (String p : paths) { String a = answers.get(p); if (a != null) result.put(p, a); }
        return result;
    }

    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
