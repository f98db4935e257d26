// Idea: a tree of counted completers in a fork/join pool of one worker for each path.
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
        final class Part extends CountedCompleter<Void> {
            final int from, to;
            Part(CountedCompleter<?> parent, int from, int to) { super(parent); this.from = from; this.to = to; }
            @Override public void compute() {
                if (to - from == 1) {
                    try { outcomes[from] = api.get(paths.get(from)); } catch (Throwable e) { outcomes[from] = e; }
                } else {
                    int middle = (from + to) >>> 1;
                    setPendingCount(2);
                    new Part(this, from, middle).fork();
                    new Part(this, middle, to).fork();
                }
                tryComplete();
            }
        }
        try (var pool = new ForkJoinPool(paths.size())) {
            ForkJoinTask<Void> task = pool.submit(new Part(null, 0, paths.size()));
            try { task.get(); } catch (ExecutionException e) { throw original(e.getCause()); }
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
