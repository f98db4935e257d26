package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Gatherers;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 1 as a stream, with {@link Gatherers#mapConcurrent}: a virtual thread for each element, in the stream's
 * order.
 *
 * <p>Prefer it inside a longer stream. Its first argument is how many requests may be in flight; a full window waits for
 * its oldest request. Here no limit is asked for, so the window is as wide as the list. Checked exceptions have to be
 * carried through the stream by hand, which is the price.
 */
public final class FetchAllWithGatherers implements FetchAllContract {

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
