// Idea: a bulk operation of ConcurrentHashMap, which runs in the common pool
package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var indexes = new ConcurrentHashMap<Integer, String>();
        for (int i = 0; i < paths.size(); i++) {
            indexes.put(i, paths.get(i));
        }
        var answers = new ConcurrentHashMap<Integer, String>();
        try {
            indexes.forEach(1, (i, path) -> {
                try {
                    answers.put(i, api.get(path));
                } catch (IOException | InterruptedException e) {
                    throw new CompletionException(e);
                }
            });
        } catch (CompletionException e) {
            throw original(e);
        }
        return IntStream.range(0, paths.size()).mapToObj(answers::get).toList();
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
