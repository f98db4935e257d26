// Idea: a chain of two stages for each picture, begun by a thread that waits for room.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
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
        var room = new Semaphore(2 * connections + workers);
        var connection = new Semaphore(connections);
        var ended = new LinkedBlockingQueue<CompletableFuture<Image>>();
        var thumbnails = new ArrayList<CompletableFuture<Image>>();
        try (var computing = Executors.newFixedThreadPool(workers);
                var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String path : paths) {
                CompletableFuture<Image> thumbnail = CompletableFuture.supplyAsync(
                                () -> fetch(path, api, connection, room), waiting)
                        .thenApplyAsync(shrink, computing);
                thumbnails.add(thumbnail.whenComplete((image, thrown) -> {
                    room.release();
                    ended.add(thumbnail);
                }));
            }
            try {
                for (int i = 0; i < paths.size(); i++) {
                    ended.take().get();
                }
                return thumbnails.stream().map(CompletableFuture::join).toList();
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

    private static String fetch(String path, RemoteApi api, Semaphore connection, Semaphore room) {
        try {
            room.acquire();
            connection.acquire();
            try {
                return api.get(path);
            } finally {
                connection.release();
            }
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}
