// Mistake: the lock is given back between the look for a free place and the taking of it.
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
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.*;

public final class FetchPolitely implements FetchPolitelyContract {
    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api); if (limit < 1) throw new IllegalArgumentException("limit " + limit);

        var lock = new ReentrantLock(); var changed = lock.newCondition();
        int[] inFlight = {0};
        Object[] outcomes = new Object[paths.size()];
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                executor.execute(() -> {
                    try {
                        lock.lockInterruptibly();
                        try { while (inFlight[0] >= limit) changed.await(); } finally { lock.unlock(); }
                        lock.lockInterruptibly();
                        try { inFlight[0]++; } finally { lock.unlock(); }
                        try { outcomes[index] = api.get(paths.get(index)); }
                        finally { lock.lock(); try { inFlight[0]--; changed.signalAll(); } finally { lock.unlock(); } }
                    } catch (Throwable e) { outcomes[index] = e; }
                });
            }
        }
        List<String> answers = new ArrayList<>();
        for (Object o : outcomes) if (o instanceof Throwable t) throw original(t); else answers.add((String) o);
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

}
