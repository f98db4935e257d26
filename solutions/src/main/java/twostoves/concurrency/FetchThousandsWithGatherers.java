package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Gatherers;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 3 as a stream, with {@link Gatherers#mapConcurrent}: a virtual thread for each element, in the stream's order.
 *
 * <p>Prefer it where you will want a limit one day: then the window is that limit, and nothing else changes. With a window
 * as wide as the list it keeps all answers in its queue, as a list of futures would.
 */
public final class FetchThousandsWithGatherers implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        // mapConcurrent refuses a window of 0, which an empty list would ask for.
        int window = Math.max(1, paths.size());
        try {
            return paths.stream()
                    .gather(Gatherers.mapConcurrent(window, path -> fetch(path, api)))
                    .toList();
        } catch (Carrier carrier) {
            throw original(carrier.getCause());
        }
    }

    private static String fetch(String path, RemoteApi api) {
        try {
            return api.get(path);
        } catch (Throwable e) {
            throw new Carrier(e);
        }
    }

    private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }

    /** A type of our own, so that what the service threw cannot be mistaken for it. */
    private static final class Carrier extends RuntimeException {
        private static final long serialVersionUID = 1;

        Carrier(Throwable cause) {
            super(cause);
        }
    }
}
