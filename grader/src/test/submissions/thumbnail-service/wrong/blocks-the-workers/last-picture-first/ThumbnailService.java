// Mistake: the first worker is given the picture that arrives last, and waits for it while others are there.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        var pictures = new ArrayList<CompletableFuture<String>>();
        paths.forEach(path -> pictures.add(new CompletableFuture<>()));
        var fetching = Executors.newFixedThreadPool(connections, Thread.ofVirtual().factory());
        var computing = Executors.newFixedThreadPool(workers);
        try (fetching;
                computing) {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                fetching.submit(() -> {
                    try {
                        pictures.get(index).complete(api.get(paths.get(index)));
                    } catch (IOException | InterruptedException | RuntimeException e) {
                        pictures.get(index).completeExceptionally(e);
                    }
                });
            }
            var thumbnails = new Future<?>[paths.size()];
            for (int i = 0; i < paths.size(); i++) {
                int index = (i + paths.size() - 1) % paths.size();
                thumbnails[index] = computing.submit(() -> shrink.apply(pictures.get(index).get()));
            }
            Image[] shrunk = new Image[paths.size()];
            for (int i = 0; i < shrunk.length; i++) {
                shrunk[i] = (Image) thumbnails[i].get();
            }
            return Arrays.asList(shrunk);
        } catch (ExecutionException e) {
            throw original(e);
        } finally {
            fetching.shutdownNow();
            computing.shutdownNow();
        }
    }

    private static RuntimeException original(ExecutionException wrapped) throws IOException, InterruptedException {
        Throwable cause = wrapped;
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
