// Mistake: an if in place of a while around wait: a wake-up for an answer is taken for the end, and the rest is called off.
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
        List<IOException> failures = new ArrayList<>();
        int[] open = {paths.size()};
        Object monitor = new Object();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            threads.add(Thread.startVirtualThread(() -> {
                String a = null; IOException f = null;
                try { a = api.get(paths.get(index)); } catch (IOException e) { f = e; } catch (InterruptedException e) { return; }
                synchronized (monitor) {
                    answers[index] = a;
                    if (f != null) failures.add(f);
                    if (--open[0] == 0 || f != null) monitor.notifyAll();
                }
            }));
        }
        try { synchronized (monitor) { if (open[0] > 0 && failures.isEmpty()) monitor.wait(); } }
        finally { threads.forEach(Thread::interrupt); joinAll(threads); }
        synchronized (monitor) {
            if (failures.isEmpty()) return Arrays.asList(answers);
            failures.stream().skip(1).forEach(failures.getFirst()::addSuppressed);
            throw failures.getFirst();
        }
    }

    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
