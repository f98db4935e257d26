// Mistake: the array of thumbnails is made by the first worker that has one, after a look that no lock guards.
package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
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
        var room = new Semaphore(connections + 2 * workers);
        var ended = new LinkedBlockingQueue<Future<Void>>();
        var thumbnails = new Lazy<>(() -> new Image[paths.size()]);
        try (var computing = Executors.newFixedThreadPool(workers);
                var fetching = Executors.newFixedThreadPool(connections);
                var feeding = Executors.newVirtualThreadPerTaskExecutor()) {
            var shrinkers = new ExecutorCompletionService<>(computing, ended);
            feeding.submit(() -> {
                for (int i = 0; i < paths.size(); i++) {
                    int index = i;
                    room.acquire();
                    fetching.submit(() -> {
                        try {
                            String picture = api.get(paths.get(index));
                            shrinkers.submit(() -> {
                                thumbnails.get()[index] = shrink.apply(picture);
                                room.release();
                                return null;
                            });
                        } catch (Exception e) {
                            ended.add(CompletableFuture.failedFuture(e));
                        }
                    });
                }
                return null;
            });
            try {
                for (int i = 0; i < paths.size(); i++) {
                    ended.take().get();
                }
                return List.of(thumbnails.get());
            } catch (ExecutionException e) {
                throw original(e);
            } finally {
                feeding.shutdownNow();
                fetching.shutdownNow();
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

    /** Made when it is first asked for. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            if (made == null) {
                synchronized (this) {
                    if (made == null) {
                        made = maker.get();
                    }
                }
            }
            return made;
        }
    }
}
