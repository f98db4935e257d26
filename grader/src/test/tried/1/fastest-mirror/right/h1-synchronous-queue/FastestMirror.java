// Idea: losers and winner meet the caller at a synchronous queue.
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

        var queue = new SynchronousQueue<Object>();
        List<Thread> threads = new ArrayList<>();
        for (String m : mirrors) threads.add(Thread.ofPlatform().daemon().start(() -> {
            try {
                Object outcome;
                try { outcome = api.get(m); } catch (IOException e) { outcome = e; }
                queue.put(outcome);
            } catch (InterruptedException e) { /* lost */ }
        }));
        try {
            IOException all = new IOException("no mirror answers");
            for (int i = 0; i < mirrors.size(); i++) {
                Object o = queue.take();
                if (o instanceof IOException e) all.addSuppressed(e); else return (String) o;
            }
            throw all;
        } finally { threads.forEach(Thread::interrupt); joinAll(threads); }
    }

    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
