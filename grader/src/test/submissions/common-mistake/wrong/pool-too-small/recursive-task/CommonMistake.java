// Idea: a fork/join pool of twice the processors, and halves
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
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
        try (var pool = new ForkJoinPool(2 * Runtime.getRuntime().availableProcessors())) {
            return pool.submit(new Part(paths, api)).get();
        } catch (ExecutionException e) {
            throw original(e);
        }
    }

    private static final class Part extends RecursiveTask<List<String>> {
        private static final long serialVersionUID = 1;
        private final transient List<String> paths;
        private final transient RemoteApi api;

        Part(List<String> paths, RemoteApi api) {
            this.paths = paths;
            this.api = api;
        }

        @Override
        protected List<String> compute() {
            if (paths.size() == 1) {
                try {
                    return List.of(api.get(paths.getFirst()));
                } catch (IOException | InterruptedException e) {
                    throw new CompletionException(e);
                }
            }
            var first = new Part(paths.subList(0, paths.size() / 2), api);
            var second = new Part(paths.subList(paths.size() / 2, paths.size()), api);
            first.fork();
            List<String> later = second.compute();
            List<String> all = new ArrayList<>(first.join());
            all.addAll(later);
            return all;
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
