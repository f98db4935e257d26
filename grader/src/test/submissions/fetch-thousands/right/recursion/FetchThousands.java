// Idea: the list is halved until one path is left, and each left half gets a virtual thread of its own.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return fetch(paths, api, executor);
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static List<String> fetch(List<String> paths, RemoteApi api, ExecutorService executor)
            throws IOException, InterruptedException, ExecutionException {
        if (paths.isEmpty()) {
            return List.of();
        }
        if (paths.size() == 1) {
            return List.of(api.get(paths.getFirst()));
        }
        int middle = paths.size() / 2;
        Future<List<String>> left = executor.submit(() -> fetch(paths.subList(0, middle), api, executor));
        List<String> right = fetch(paths.subList(middle, paths.size()), api, executor);
        List<String> answers = new ArrayList<>(left.get());
        answers.addAll(right);
        return answers;
    }

    private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
        return switch (cause) {
            // a failure deep down was wrapped once on every level
            case ExecutionException e -> original(e.getCause());
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
