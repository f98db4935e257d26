// Idea: a scoped value carries the service to the virtual threads, futures carry the answers.
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

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> futures = paths.stream()
                    .map(p -> executor.submit(() -> ScopedValue.where(API, api).where(PATH, p).call(() -> API.get().get(PATH.get()))))
                    .toList();
            List<String> answers = new ArrayList<>();
            for (var f : futures) answers.add(f.get());
            return answers;
        } catch (ExecutionException e) { throw original(e.getCause()); }
    }
    private static final ScopedValue<RemoteApi> API = ScopedValue.newInstance();
    private static final ScopedValue<String> PATH = ScopedValue.newInstance();
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
