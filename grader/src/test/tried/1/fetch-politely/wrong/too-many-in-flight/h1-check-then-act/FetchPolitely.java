// Mistake: threads look whether a place is free, and take it in a second step.
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

        var inFlight = new AtomicInteger();
        Object monitor = new Object();
        Object[] outcomes = new Object[paths.size()];
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                executor.execute(() -> {
                    try {
                        synchronized (monitor) { while (inFlight.get() >= limit) monitor.wait(); }
                        inFlight.incrementAndGet();
                        try { outcomes[index] = api.get(paths.get(index)); }
                        finally { inFlight.decrementAndGet(); synchronized (monitor) { monitor.notifyAll(); } }
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
