// Idea: the fetchers leave one note for each worker behind them, and a worker that finds one goes home.
package twostoves.choosing;

import java.io.IOException;
import java.time.Duration;
import java.math.BigInteger;
import java.util.*;
import java.util.stream.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class ThumbnailService implements ThumbnailServiceContract {
    private record Fetched(int index, String picture) implements Comparable<Fetched> {
        public int compareTo(Fetched other) { return Integer.compare(index, other.index); }
    }
    public List<Image> thumbnails(List<String> paths, RemoteApi api, Function<String, Image> shrink, int connections, int workers)
            throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        Objects.requireNonNull(shrink);
        if (connections < 1 || workers < 1) { throw new IllegalArgumentException(connections + " and " + workers); }

        int count = paths.size();
        if (count == 0) { return List.of(); }
        var queue = new ArrayBlockingQueue<Fetched>(connections);
        var next = new AtomicInteger();
        var fetching = new AtomicInteger(connections);
        Image[] thumbnails = new Image[count];
        var failures = new LinkedBlockingQueue<Optional<Throwable>>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofVirtual().unstarted(() -> {
                try {
                    for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) { queue.put(new Fetched(n, api.get(paths.get(n)))); }
                    if (fetching.decrementAndGet() == 0) { for (int w = 0; w < workers; w++) { queue.put(new Fetched(-1, "")); } }
                } catch (IOException | InterruptedException | RuntimeException e) { failures.add(Optional.of(e)); }
            }));
        }
        for (int i = 0; i < workers; i++) {
            threads.add(Thread.ofPlatform().unstarted(() -> {
                try {
                    for (Fetched f = queue.take(); f.index() >= 0 && failures.isEmpty(); f = queue.take()) { thumbnails[f.index()] = shrink.apply(f.picture()); }
                    failures.add(Optional.empty());
                } catch (InterruptedException | RuntimeException e) { failures.add(Optional.of(e)); }
            }));
        }
        threads.forEach(Thread::start);
        Throwable failure = null;
        try {
            for (int home = 0; home < workers && failure == null; home++) { failure = failures.take().orElse(null); }
        } catch (InterruptedException e) { failure = e; }
        threads.forEach(Thread::interrupt);
        boolean again = false;
        for (Thread t : threads) {
            while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { again = true; } }
        }
        if (again) { Thread.currentThread().interrupt(); }
        if (failure != null) { throw original(failure); }
        return Arrays.asList(thumbnails);
    }

    private static RuntimeException original(Throwable failure) throws IOException, InterruptedException {
        Throwable cause = failure;
        while (cause instanceof ExecutionException || cause instanceof CompletionException) { cause = cause.getCause(); }
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
