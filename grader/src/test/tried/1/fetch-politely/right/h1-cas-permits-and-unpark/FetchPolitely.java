// Idea: permits are an atomic number; who finds none parks itself in a queue and is unparked by whoever ends.
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

        var free = new AtomicInteger(limit);
        var waiting = new ConcurrentLinkedQueue<Thread>();
        Object[] outcomes = new Object[paths.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            threads.add(Thread.startVirtualThread(() -> {
                Thread me = Thread.currentThread();
                waiting.add(me);
                while (waiting.peek() != me || free.getAndUpdate(n -> n > 0 ? n - 1 : 0) == 0) LockSupport.park();
                waiting.remove(me);
                LockSupport.unpark(waiting.peek());
                try { outcomes[index] = api.get(paths.get(index)); } catch (Throwable e) { outcomes[index] = e; }
                free.incrementAndGet();
                LockSupport.unpark(waiting.peek());
            }));
        }
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
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
