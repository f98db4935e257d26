// Mistake: a plain flag says that something has failed.
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
        var queue = new ArrayBlockingQueue<Fetched>(connections);
        boolean[] failed = new boolean[1];
        int[] shrunk = new int[1];
        var nextToFetch = new AtomicInteger();
        var left = new AtomicInteger(count);
        var thumbnails = new AtomicReferenceArray<Image>(count);
        var failure = new CompletableFuture<Void>();
        var all = new CountDownLatch(count);
        try (var computing = Executors.newFixedThreadPool(workers);
                var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                waiting.execute(() -> {
                    try {
                        for (int n = nextToFetch.getAndIncrement(); n < count; n = nextToFetch.getAndIncrement()) {
                            queue.put(new Fetched(n, api.get(paths.get(n))));
                        }
                    } catch (IOException | InterruptedException | RuntimeException e) { failure.completeExceptionally(e); }
                });
            }
            for (int i = 0; i < workers; i++) {
                computing.execute(() -> {
                    try {
                        while (left.getAndDecrement() > 0 && !failure.isDone()) {
                            Fetched fetched = queue.take(); shrunk[0] = fetched.index();
                            thumbnails.set(fetched.index(), shrink.apply(fetched.picture()));
                            all.countDown();
                            if (all.getCount() == 0) { failure.complete(null); }
                        }
                    } catch (InterruptedException | RuntimeException e) { failure.completeExceptionally(e); }
                });
            }
            try {
                if (count > 0) { failure.get(); }
            } catch (ExecutionException e) { throw original(e); }
            finally { waiting.shutdownNow(); computing.shutdownNow(); }
        }
        return IntStream.range(0, count).mapToObj(thumbnails::get).toList();
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
