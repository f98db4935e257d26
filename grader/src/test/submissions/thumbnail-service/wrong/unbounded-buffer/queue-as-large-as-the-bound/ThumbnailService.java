// Idea: a queue of as many places as pictures may be there, and more in the hands of all
package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
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
        record Fetched(int index, String picture) {}
        var queue = new ArrayBlockingQueue<Fetched>(2 * (connections + workers));
        var next = new AtomicInteger();
        var taken = new AtomicInteger();
        var thumbnails = new Image[paths.size()];
        BlockingQueue<Future<Void>> ended = new LinkedBlockingQueue<>();
        try (var computing = Executors.newFixedThreadPool(workers);
                var waiting = Executors.newFixedThreadPool(connections)) {
            var fetchers = new ExecutorCompletionService<Void>(waiting, ended);
            for (int i = 0; i < connections; i++) {
                fetchers.submit(() -> {
                    for (int n = next.getAndIncrement(); n < paths.size(); n = next.getAndIncrement()) {
                        queue.put(new Fetched(n, api.get(paths.get(n))));
                    }
                    return null;
                });
            }
            var shrinkers = new ExecutorCompletionService<Void>(computing, ended);
            for (int i = 0; i < workers; i++) {
                shrinkers.submit(() -> {
                    while (taken.getAndIncrement() < paths.size()) {
                        Fetched fetched = queue.take();
                        thumbnails[fetched.index()] = shrink.apply(fetched.picture());
                    }
                    return null;
                });
            }
            try {
                for (int i = 0; i < connections + workers; i++) {
                    ended.take().get();
                }
                return List.of(thumbnails);
            } catch (ExecutionException e) {
                throw original(e);
            } finally {
                waiting.shutdownNow();
                computing.shutdownNow();
            }
        }
    }

    private static RuntimeException original(Throwable failure) throws IOException, InterruptedException {
        Throwable cause = failure;
        while (cause instanceof ExecutionException || cause instanceof CompletionException) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
