// Idea: volatile slots by a VarHandle of an array, a latch.
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

        String[] answers = new String[paths.size()];
        var failure = new AtomicReference<Throwable>();
        var ended = new CountDownLatch(paths.size());
        try (var executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().inheritInheritableThreadLocals(false).factory())) {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                executor.execute(() -> {
                    try { SLOTS.setRelease(answers, index, api.get(paths.get(index))); } catch (Throwable e) { failure.compareAndSet(null, e); } finally { ended.countDown(); }
                });
            }
            try { ended.await(); } catch (InterruptedException e) { executor.shutdownNow(); throw e; }
        }
        if (failure.get() != null) throw original(failure.get());
        List<String> all = new ArrayList<>(answers.length);
        for (int i = 0; i < answers.length; i++) all.add((String) SLOTS.getAcquire(answers, i));
        return all;
    }
    private static final java.lang.invoke.VarHandle SLOTS = java.lang.invoke.MethodHandles.arrayElementVarHandle(String[].class);
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
