// Idea: outcomes come through a priority queue and are drained in the order of the list at the end.
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

        record Outcome(int index, String answer, Throwable failure) implements Comparable<Outcome> {
            @Override public int compareTo(Outcome o) { return Integer.compare(index, o.index); }
        }
        var outcomes = new PriorityBlockingQueue<Outcome>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            ListIterator<String> it = paths.listIterator();
            while (it.hasNext()) {
                int index = it.nextIndex(); String path = it.next();
                executor.execute(() -> {
                    try { outcomes.add(new Outcome(index, api.get(path), null)); } catch (Throwable e) { outcomes.add(new Outcome(index, null, e)); }
                });
            }
        }
        List<String> answers = new ArrayList<>(paths.size());
        for (Outcome o; (o = outcomes.poll()) != null; ) { if (o.failure() != null) throw original(o.failure()); answers.add(o.answer()); }
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
