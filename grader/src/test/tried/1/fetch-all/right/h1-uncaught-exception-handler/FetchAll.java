// Idea: failures come out through the uncaught-exception handler of the threads.
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

        var answers = new ConcurrentSkipListMap<Integer, String>();
        var failed = new ConcurrentLinkedQueue<Throwable>();
        var builder = Thread.ofPlatform().daemon().uncaughtExceptionHandler((t, e) -> failed.add(e instanceof Tunnel ? e.getCause() : e));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            threads.add(builder.start(() -> {
                try { answers.put(index, api.get(paths.get(index))); }
                catch (Exception e) { throw new Tunnel(e); }
            }));
        }
        InterruptedException interrupt = null;
        for (Thread t : threads) {
            while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupt = e; threads.forEach(Thread::interrupt); }
        }
        if (interrupt != null) throw interrupt;
        if (!failed.isEmpty()) throw original(failed.peek());
        return List.copyOf(answers.values());
    }
    private static final class Tunnel extends RuntimeException { Tunnel(Exception e) { super(e); } }
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
