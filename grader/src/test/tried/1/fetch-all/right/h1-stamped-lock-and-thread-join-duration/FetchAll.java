// Idea: a stamped lock guards the map; threads are joined an hour at a time with Thread.join(Duration).
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

        var lock = new StampedLock();
        var answers = new TreeMap<Integer, String>();
        var failures = new ArrayList<Throwable>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            threads.add(Thread.startVirtualThread(() -> {
                String answer = null; Throwable failure = null;
                try { answer = api.get(paths.get(index)); } catch (Throwable e) { failure = e; }
                long stamp = lock.writeLock();
                try { if (failure == null) answers.put(index, answer); else failures.add(failure); }
                finally { lock.unlockWrite(stamp); }
            }));
        }
        try {
            for (Thread t : threads) while (!t.join(Duration.ofHours(1))) { }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException again) { /* told already */ }
            throw e;
        }
        long stamp = lock.readLock();
        try {
            if (!failures.isEmpty()) throw original(failures.getFirst());
            return List.copyOf(answers.values());
        } finally { lock.unlockRead(stamp); }
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
