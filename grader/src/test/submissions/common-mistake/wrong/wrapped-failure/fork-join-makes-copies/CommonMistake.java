// Idea: a fork/join pool of its own; it hands on a copy of the exception, with the original as its cause
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (paths.isEmpty()) {
            return List.of();
        }
        try (var pool = new ForkJoinPool(paths.size())) {
            List<Callable<String>> tasks = new ArrayList<>();
            paths.forEach(path -> tasks.add(() -> api.get(path)));
            List<String> answers = new ArrayList<>();
            for (Future<String> each : pool.invokeAll(tasks)) {
                answers.add(each.get());
            }
            return answers;
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
