// Mistake: the calling thread shrinks all that has been fetched.
package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
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
        var ended = new ArrayBlockingQueue<Future<Fetched>>(connections);
        var next = new AtomicInteger();
        var thumbnails = new Image[paths.size()];
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                waiting.submit(() -> {
                    for (int n = next.getAndIncrement(); n < paths.size(); n = next.getAndIncrement()) {
                        int index = n;
                        var task = new FutureTask<>(() -> new Fetched(index, api.get(paths.get(index))));
                        task.run();
                        ended.put(task);
                    }
                    return null;
                });
            }
            try {
                for (int i = 0; i < paths.size(); i++) {
                    Fetched fetched = ended.take().get();
                    thumbnails[fetched.index()] = shrink.apply(fetched.picture());
                }
                return List.of(thumbnails);
            } catch (ExecutionException e) {
                throw original(e);
            } finally {
                waiting.shutdownNow();
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
