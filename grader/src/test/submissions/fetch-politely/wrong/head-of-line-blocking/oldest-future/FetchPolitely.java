// Mistake: when the window is full, the oldest future is waited for
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;

public final class FetchPolitely implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var window = new ArrayDeque<Future<String>>();
            var answers = new ArrayList<String>();
            for (String path : paths) {
                if (window.size() == limit) {
                    answers.add(window.remove().get());
                }
                window.add(executor.submit(() -> api.get(path)));
            }
            while (!window.isEmpty()) {
                answers.add(window.remove().get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw original(e.getCause());
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
