// Mistake: hands pictures over in the order of the list, so that one that is late keeps back all behind it.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
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
        var room = new Semaphore(2 * (connections + workers));
        var connection = new Semaphore(connections);
        var requests = new LinkedBlockingQueue<Future<String>>();
        var thumbnails = new ArrayList<Future<Image>>();
        try (var computing = Executors.newFixedThreadPool(workers);
                var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            waiting.submit(() -> {
                for (String path : paths) {
                    room.acquire();
                    requests.add(waiting.submit(() -> {
                        connection.acquire();
                        try {
                            return api.get(path);
                        } finally {
                            connection.release();
                        }
                    }));
                }
                return null;
            });
            for (int i = 0; i < paths.size(); i++) {
                String picture = requests.take().get();
                thumbnails.add(computing.submit(() -> {
                    try {
                        return shrink.apply(picture);
                    } finally {
                        room.release();
                    }
                }));
            }
            var images = new ArrayList<Image>();
            for (Future<Image> thumbnail : thumbnails) {
                images.add(thumbnail.get());
            }
            return images;
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
