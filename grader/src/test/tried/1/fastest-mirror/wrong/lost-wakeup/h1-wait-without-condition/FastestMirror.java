// Mistake: the caller waits without looking whether an answer is there already.
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
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.*;

public final class FastestMirror implements FastestMirrorContract {
    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(mirrors); Objects.requireNonNull(api); if (mirrors.isEmpty()) throw new IllegalArgumentException("no mirrors");

        Object monitor = new Object();
        String[] answer = {null};
        List<IOException> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (String m : mirrors) threads.add(Thread.startVirtualThread(() -> {
            String a = null; IOException f = null;
            try { a = api.get(m); } catch (IOException e) { f = e; } catch (InterruptedException e) { return; }
            synchronized (monitor) {
                if (a != null) answer[0] = a; else failures.add(f);
                if (a != null || failures.size() == mirrors.size()) monitor.notify();
            }
        }));
        try {
            synchronized (monitor) {
                monitor.wait();
                if (answer[0] != null) return answer[0];
                IOException all = new IOException("none");
                failures.forEach(all::addSuppressed);
                throw all;
            }
        } finally { threads.forEach(Thread::interrupt); joinAll(threads); }
    }

    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
