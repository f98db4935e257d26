// Mistake: when a fetcher fails the workers wait for its pictures for ever, and the caller for the workers.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import twostoves.contract.ThumbnailServiceContract;
import twostoves.kit.Image;
import twostoves.kit.RemoteApi;

public final class ThumbnailService implements ThumbnailServiceContract {

    private record Fetched(int index, String picture) {}

    @Override
    public List<Image> thumbnails(
            List<String> paths, RemoteApi api, Function<String, Image> shrink, int connections, int workers)
            throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        Objects.requireNonNull(shrink);
        if (connections < 1 || workers < 1) {
            throw new IllegalArgumentException(connections + " connections and " + workers + " workers");
        }
        int count = paths.size();
        var queue = new ArrayBlockingQueue<Fetched>(connections + workers);
        var nextToFetch = new AtomicInteger();
        var nextToShrink = new AtomicInteger();
        var thumbnails = new Image[count];

        // One queue for both kinds of threads: whichever fails first stands in it first.
        BlockingQueue<Future<Void>> ended = new LinkedBlockingQueue<>();
        try (var computing = Executors.newFixedThreadPool(workers);
                var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            var fetchers = new ExecutorCompletionService<>(waiting, ended);
            for (int i = 0; i < connections; i++) {
                fetchers.submit(() -> {
                    for (int n = nextToFetch.getAndIncrement(); n < count; n = nextToFetch.getAndIncrement()) {
                        queue.put(new Fetched(n, api.get(paths.get(n))));
                    }
                    return null;
                });
            }
            var shrinkers = new ExecutorCompletionService<>(computing, ended);
            for (int i = 0; i < workers; i++) {
                shrinkers.submit(() -> {
                    while (nextToShrink.getAndIncrement() < count) {
                        Fetched fetched = queue.take();
                        thumbnails[fetched.index()] = shrink.apply(fetched.picture());
                    }
                    return null;
                });
            }
            try {
                var all = new ArrayList<Future<Void>>();
                for (int i = 0; i < connections + workers; i++) {
                    all.add(ended.take());
                }
                for (Future<Void> each : all) {
                    each.get();
                }
                return List.of(thumbnails);
            } catch (ExecutionException e) {
                throw original(e.getCause());
            } finally {
                waiting.shutdownNow();
                computing.shutdownNow();
            }
        }
    }

    private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
