// Mistake: a lock around everything that a thread does.
package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
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
        var lock = new Object();
        var thumbnails = new Image[paths.size()];
        try (var waiting = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                waiting.submit(() -> {
                    synchronized (lock) {
                        thumbnails[index] = shrink.apply(api.get(paths.get(index)));
                    }
                    return null;
                });
            }
        }
        return List.of(thumbnails);
    }
}
