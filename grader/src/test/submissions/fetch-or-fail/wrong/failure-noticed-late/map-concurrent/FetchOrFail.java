// Mistake: mapConcurrent, which calls off the others, but only when the failed one is at the front
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Gatherers;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (paths.isEmpty()) {
            return List.of();
        }
        try {
            return paths.stream()
                    .gather(Gatherers.mapConcurrent(paths.size(), path -> fetch(path, api)))
                    .toList();
        } catch (CompletionException e) {
            throw original(e.getCause());
        }
    }

    private static String fetch(String path, RemoteApi api) {
        try {
            return api.get(path);
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
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
