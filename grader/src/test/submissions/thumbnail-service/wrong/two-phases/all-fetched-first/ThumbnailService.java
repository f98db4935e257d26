// Mistake: fetches everything, and then shrinks everything.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
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
        var connection = new Semaphore(connections);
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor();
                var computing = Executors.newFixedThreadPool(workers)) {
            var pictures = new ArrayList<Future<String>>();
            for (String path : paths) {
                pictures.add(waiting.submit(() -> {
                    connection.acquire();
                    try {
                        return api.get(path);
                    } finally {
                        connection.release();
                    }
                }));
            }
            var fetched = new ArrayList<String>();
            for (Future<String> picture : pictures) {
                fetched.add(picture.get());
            }
            var tasks = new ArrayList<Future<Image>>();
            for (String picture : fetched) {
                tasks.add(computing.submit(() -> shrink.apply(picture)));
            }
            var thumbnails = new ArrayList<Image>();
            for (Future<Image> task : tasks) {
                thumbnails.add(task.get());
            }
            return thumbnails;
        } catch (ExecutionException e) {
            throw original(e);
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
