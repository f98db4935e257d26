// Idea: threads die of their failures, and the handler of uncaught exceptions wakes the caller.
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

        String[] answers = new String[paths.size()];
        var failures = new LinkedBlockingDeque<Throwable>();
        var news = new Semaphore(0);
        ThreadFactory factory = Thread.ofVirtual().uncaughtExceptionHandler((t, e) -> { failures.add(e.getCause()); news.release(paths.size()); }).factory();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            Thread t = factory.newThread(() -> {
                try { answers[index] = api.get(paths.get(index)); news.release(); }
                catch (IOException e) { throw new UncheckedIOException(e); }
                catch (InterruptedException e) { /* called off */ }
            });
            threads.add(t);
            t.start();
        }
        try { news.acquire(paths.size()); }
        finally { threads.forEach(Thread::interrupt); joinAll(threads); }
        if (failures.isEmpty()) return Arrays.asList(answers);
        IOException first = (IOException) failures.poll();
        failures.forEach(first::addSuppressed);
        throw first;
    }

    private static RuntimeException original(Throwable t) throws IOException, InterruptedException {
        return switch (t) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(t);
        };
    }

    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
