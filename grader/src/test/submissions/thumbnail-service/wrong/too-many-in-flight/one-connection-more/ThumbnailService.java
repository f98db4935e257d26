// Idea: one permit too many
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
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
        var connection = new Semaphore(connections + 1);
        var room = new Semaphore(2 * (connections + workers));
        try (var computing = Executors.newFixedThreadPool(workers);
                var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ExecutorCompletionService<Image>(waiting);
            List<Future<Image>> thumbnails = new ArrayList<>();
            for (String path : paths) {
                thumbnails.add(ended.submit(() -> {
                    room.acquire();
                    try {
                        connection.acquire();
                        String picture;
                        try {
                            picture = api.get(path);
                        } finally {
                            connection.release();
                        }
                        return computing.submit(() -> shrink.apply(picture)).get();
                    } finally {
                        room.release();
                    }
                }));
            }
            try {
                for (int i = 0; i < thumbnails.size(); i++) {
                    ended.take().get();
                }
                return thumbnails.stream().map(Future::resultNow).toList();
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
