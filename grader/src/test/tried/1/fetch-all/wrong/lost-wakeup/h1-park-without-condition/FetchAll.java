// Mistake: the caller parks once without asking for the condition again.
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
        Object[] outcomes = new Object[paths.size()];
        var open = new AtomicInteger(paths.size());
        Thread caller = Thread.currentThread();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            threads.add(Thread.startVirtualThread(() -> {
                try { outcomes[index] = api.get(paths.get(index)); } catch (Throwable e) { outcomes[index] = e; }
                if (open.decrementAndGet() == 0) LockSupport.unpark(caller);
            }));
        }
        LockSupport.park();
        if (Thread.interrupted()) { threads.forEach(Thread::interrupt); joinAll(threads); throw new InterruptedException(); }
        if (open.get() > 0) throw new IllegalStateException("woken too early");
        joinAll(threads);
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

    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
