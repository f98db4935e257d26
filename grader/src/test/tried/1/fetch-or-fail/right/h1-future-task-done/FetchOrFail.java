// Idea: FutureTask.done() counts down, or lets the caller go at the first failure.
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
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.*;

public final class FetchOrFail implements FetchOrFailContract {
    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api);

        var gate = new Phaser(1);
        var open = new AtomicInteger(paths.size());
        if (paths.isEmpty()) return List.of();
        final class Request extends FutureTask<String> {
            final Thread thread = Thread.ofPlatform().unstarted(this);
            final AtomicReference<IOException> failure = new AtomicReference<>();
            Request(String path) { super(() -> api.get(path)); }
            @Override protected void setException(Throwable t) { if (t instanceof IOException e) failure.set(e); super.setException(t); }
            @Override protected void done() { if (failure.get() != null || open.decrementAndGet() == 0) gate.forceTermination(); }
        }
        List<Request> requests = paths.stream().map(Request::new).toList();
        requests.forEach(r -> r.thread.start());
        List<Thread> threads = requests.stream().map(r -> r.thread).toList();
        try { gate.awaitAdvanceInterruptibly(0); }
        finally { threads.forEach(Thread::interrupt); joinAll(threads); }
        var failures = requests.stream().map(r -> r.failure.get()).filter(Objects::nonNull).toList();
        if (!failures.isEmpty()) { failures.stream().skip(1).forEach(failures.getFirst()::addSuppressed); throw failures.getFirst(); }
        return requests.stream().map(Future::resultNow).toList();
    }

    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
