// Mistake: a volatile counter is counted down without a lock.
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
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.*;

public final class FetchThousands implements FetchThousandsContract {
    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api);

        Object[] outcomes = new Object[paths.size()];
        if (paths.isEmpty()) return List.of();
        open = paths.size();
        Thread caller = Thread.currentThread();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            threads.add(Thread.startVirtualThread(() -> {
                try { outcomes[index] = api.get(paths.get(index)); } catch (Throwable e) { outcomes[index] = e; }
                if (--open == 0) LockSupport.unpark(caller);
            }));
        }
        while (open > 0) { LockSupport.park(); if (Thread.interrupted()) { threads.forEach(Thread::interrupt); for (Thread t : threads) t.join(); throw new InterruptedException(); } }
        for (Thread t : threads) t.join();
        List<String> answers = new ArrayList<>(outcomes.length);
        for (Object o : outcomes) if (o instanceof Throwable t) throw original(t); else answers.add((String) o);
        return answers;
    }
    private volatile int open;
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
