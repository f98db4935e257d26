// Idea: a small fork/join pool of its own, compensated by a managed blocker for each wait.
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
        final class Blocker implements ForkJoinPool.ManagedBlocker {
            final String path; Object outcome;
            Blocker(String path) { this.path = path; }
            @Override public boolean block() {
                try { outcome = api.get(path); } catch (Throwable e) { outcome = e; }
                return true;
            }
            @Override public boolean isReleasable() { return outcome != null; }
        }
        try (var pool = new ForkJoinPool(1, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true, 1, 32767, 1, null, 1, TimeUnit.MINUTES)) {
            List<ForkJoinTask<Object>> tasks = new ArrayList<>();
            for (String p : paths) tasks.add(pool.submit(() -> {
                Blocker b = new Blocker(p);
                ForkJoinPool.managedBlock(b);
                return b.outcome;
            }));
            List<String> answers = new ArrayList<>();
            for (var t : tasks) { Object o = t.get(); if (o instanceof Throwable e) throw original(e); answers.add((String) o); }
            return answers;
        } catch (ExecutionException e) { throw original(e.getCause()); }
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

}
