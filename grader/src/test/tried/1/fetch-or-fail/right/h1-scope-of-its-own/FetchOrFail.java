// Idea: a structured scope written by hand, generic in its result, closed by try-with-resources.
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

        try (var scope = new Scope<String>()) {
            List<Supplier<String>> answers = new ArrayList<>();
            for (String p : paths) answers.add(scope.fork(() -> api.get(p)));
            scope.join();
            return answers.stream().map(Supplier::get).toList();
        }
    }

    private static final class Scope<T> implements AutoCloseable {
        private final Phaser phaser = new Phaser(1);
        private final List<Thread> threads = new ArrayList<>();
        private final ArrayList<IOException> failures = new ArrayList<>();
        Supplier<T> fork(Callable<? extends T> task) {
            var result = new AtomicReference<T>();
            phaser.register();
            threads.add(Thread.startVirtualThread(() -> {
                try { result.set(task.call()); phaser.arriveAndDeregister(); }
                catch (InterruptedException e) { phaser.arriveAndDeregister(); }
                catch (IOException e) { synchronized (failures) { failures.add(e); } phaser.forceTermination(); }
                catch (Exception e) { throw new IllegalStateException(e); }
            }));
            return result::get;
        }
        void join() throws IOException, InterruptedException {
            phaser.awaitAdvanceInterruptibly(phaser.arriveAndDeregister());
            synchronized (failures) { if (failures.isEmpty()) return; }
            close();
            IOException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
        @Override public void close() { threads.forEach(Thread::interrupt); joinAll(threads); }
    }
    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
