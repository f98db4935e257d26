// Mistake: an if in place of a while around wait: a spurious wake-up is taken for the end.
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

        if (paths.isEmpty()) return List.of();
        String[] answers = new String[paths.size()];
        Throwable[] failure = {null};
        int[] open = {paths.size()};
        Object monitor = new Object();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            threads.add(Thread.startVirtualThread(() -> {
                String answer = null; Throwable failed = null;
                try { answer = api.get(paths.get(index)); } catch (Throwable e) { failed = e; }
                synchronized (monitor) {
                    answers[index] = answer;
                    if (failed != null) failure[0] = failed;
                    if (--open[0] == 0) monitor.notifyAll();
                }
            }));
        }
        try {
            synchronized (monitor) { if (open[0] > 0) monitor.wait(); }
        } catch (InterruptedException e) { threads.forEach(Thread::interrupt); throw e; }
        finally { joinAll(threads); }
        synchronized (monitor) { if (failure[0] != null) throw original(failure[0]); return List.of(answers); }
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
