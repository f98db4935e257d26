// Mistake: workers end when the queue has had nothing for them for half a second, and everybody waits for that.
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

        var queue = new LinkedBlockingQueue<Integer>();
        for (int i = 0; i < paths.size(); i++) queue.add(i);
        Object[] outcomes = new Object[paths.size()];
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < paths.size(); w++) {
                executor.submit(() -> {
                    for (Integer i; (i = queue.poll(500, TimeUnit.MILLISECONDS)) != null; ) {
                        try { outcomes[i] = api.get(paths.get(i)); } catch (IOException e) { outcomes[i] = e; }
                    }
                    return null;
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
