// Idea: mapConcurrent with a window larger than any list
package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Gatherers;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        try {
            return paths.stream()
                    .gather(Gatherers.mapConcurrent(Integer.MAX_VALUE, path -> {
                        try {
                            return api.get(path);
                        } catch (IOException | InterruptedException e) {
                            throw new CompletionException(e);
                        }
                    }))
                    .toList();
        } catch (CompletionException e) {
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
