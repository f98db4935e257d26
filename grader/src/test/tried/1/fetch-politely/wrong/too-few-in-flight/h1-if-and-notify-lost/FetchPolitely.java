// Mistake: places are a counter that is not counted back for who was refused: a lane ends when its queue was empty once.
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

        var queue = new LinkedBlockingQueue<Integer>(2);
        Object[] outcomes = new Object[paths.size()];
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < limit; w++) {
                executor.execute(() -> {
                    try {
                        for (Integer i; (i = queue.poll(500, TimeUnit.MILLISECONDS)) != null; ) {
                            int index = i;
                            try { outcomes[index] = api.get(paths.get(index)); } catch (IOException e) { outcomes[index] = e; }
                        }
                    } catch (InterruptedException e) { /* over */ }
                });
            }
            for (int i = 0; i < paths.size(); i++) { queue.put(i); if (i == 0 && paths.size() > 3) Thread.yield(); }
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
