// Mistake: a fork/join task throws a copy of the exception, with the original as its cause.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
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
        var room = new Semaphore(2 * (connections + workers));
        try (var computing = new ForkJoinPool(workers);
                var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ExecutorCompletionService<Image>(waiting);
            var thumbnails = new ArrayList<Future<Image>>();
            for (String path : paths) {
                thumbnails.add(ended.submit(() -> {
                    room.acquire();
                    try {
                        String picture = fetch(path, api, connection);
                        return computing.submit(() -> shrink.apply(picture)).get();
                    } finally {
                        room.release();
                    }
                }));
            }
            return collect(ended, thumbnails, waiting, computing);
        }
    }

    private static String fetch(String path, RemoteApi api, Semaphore connection)
            throws IOException, InterruptedException {
        connection.acquire();
        try {
            return api.get(path);
        } finally {
            connection.release();
        }
    }

    /** Hears of every end as it comes, so that a failure is noticed at once, and ends everything else. */
    private static List<Image> collect(
            ExecutorCompletionService<Image> ended,
            List<Future<Image>> thumbnails,
            ExecutorService waiting,
            ExecutorService computing)
            throws IOException, InterruptedException {
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

    /** A failure of the shrinking is wrapped twice: by the future of the worker, and by that of the thread that waited. */
    private static RuntimeException original(ExecutionException wrapped) throws IOException, InterruptedException {
        Throwable cause = wrapped.getCause();
        while (cause instanceof ExecutionException) {
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
