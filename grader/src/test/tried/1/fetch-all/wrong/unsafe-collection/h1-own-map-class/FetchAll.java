// Mistake: threads put into a class of their own that extends HashMap.
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

        final class Answers extends HashMap<Integer, String> {}
        Answers answers = new Answers();
        var failure = new AtomicReference<Throwable>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                executor.execute(() -> { try { answers.put(index, api.get(paths.get(index))); } catch (Throwable e) { failure.set(e); } });
            }
        }
        if (failure.get() != null) throw original(failure.get());
        List<String> all = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) all.add(answers.get(i));
        return all;
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
