package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Gatherers;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 26 for those who like the stream: {@link Gatherers#mapConcurrent} does with virtual threads what a parallel stream
 * seems to do.
 *
 * <p>Prefer it where the code is a stream already and is to stay one: the change is one line. Its first argument says how many
 * requests may be in flight, which a parallel stream leaves to the machine.
 */
public final class CommonMistakeWithGatherers implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        int window = Math.max(1, paths.size()); // it refuses a window of 0
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
        } catch (IOException | InterruptedException e) {
            throw new Carrier(e);
        }
    }

    /** Carries a checked exception through the stream. */
    private static final class Carrier extends RuntimeException {
        private static final long serialVersionUID = 1;

        Carrier(Throwable cause) {
            super(cause);
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
}
