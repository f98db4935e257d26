// Mistake: fetches a batch, shrinks it, and only then fetches the next.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
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
        try (var waiting = Executors.newFixedThreadPool(connections);
                var computing = Executors.newFixedThreadPool(workers)) {
            var thumbnails = new ArrayList<Image>();
            for (int from = 0; from < paths.size(); from += connections) {
                List<Callable<String>> requests = new ArrayList<>();
                for (String path : paths.subList(from, Math.min(paths.size(), from + connections))) {
                    requests.add(() -> api.get(path));
                }
                List<Callable<Image>> pictures = new ArrayList<>();
                for (Future<String> fetched : waiting.invokeAll(requests)) {
                    String picture = fetched.get();
                    pictures.add(() -> shrink.apply(picture));
                }
                for (Future<Image> thumbnail : computing.invokeAll(pictures)) {
                    thumbnails.add(thumbnail.get());
                }
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
