// Mistake: the pool is awaited for five seconds, and what is not there by then is null.
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

        String[] answers = new String[paths.size()];
        var failure = new AtomicReference<Throwable>();
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            executor.execute(() -> { try { answers[index] = api.get(paths.get(index)); } catch (Throwable e) { failure.set(e); } });
        }
        executor.shutdown();
        try { executor.awaitTermination(5, TimeUnit.SECONDS); } finally { executor.shutdownNow(); }
        if (failure.get() != null) throw original(failure.get());
        return Arrays.asList(answers);
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
