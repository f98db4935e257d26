// Idea: a thread for each request meets the caller at an exchanger of its own.
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

        List<Exchanger<Object>> meeting = paths.stream().map(p -> new Exchanger<Object>()).toList();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            var mine = meeting.get(i); String path = paths.get(i);
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    Object outcome;
                    try { outcome = api.get(path); } catch (IOException | RuntimeException e) { outcome = e; }
                    mine.exchange(outcome);
                } catch (InterruptedException e) { /* nobody wants it any more */ }
            }));
        }
        Throwable failure = null;
        List<String> answers = new ArrayList<>();
        try {
            for (var m : meeting) {
                Object outcome = m.exchange("");
                if (outcome instanceof Throwable t) failure = t; else answers.add((String) outcome);
            }
        } catch (InterruptedException e) { threads.forEach(Thread::interrupt); failure = e; }
        joinAll(threads);
        if (failure != null) throw original(failure);
        return answers;
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
