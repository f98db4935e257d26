// Mistake: a subclass of Thread, each joined for 100 ms, again and again until all are done.
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
import twostoves.contract.FetchAllContract;
import twostoves.kit.*;

public final class FetchAll implements FetchAllContract {
    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api);

        List<Fetcher> threads = new ArrayList<>();
        for (String p : paths) { Fetcher f = new Fetcher(p, api); threads.add(f); f.start(); }
        try { for (Fetcher f : threads) while (f.isAlive()) f.join(100); }
        catch (InterruptedException e) { threads.forEach(Thread::interrupt); joinAll(threads); throw e; }
        List<String> answers = new ArrayList<>();
        for (Fetcher f : threads) { if (f.failure != null) throw original(f.failure); answers.add(f.answer); }
        return answers;
    }

    private static final class Fetcher extends Thread {
        final String path; final RemoteApi api; String answer; Throwable failure;
        Fetcher(String path, RemoteApi api) { this.path = path; this.api = api; }
        @Override public void run() { try { answer = api.get(path); } catch (Throwable e) { failure = e; } }
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
