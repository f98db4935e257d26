// Idea: workers that take the paths from the end of the list
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
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
        var todo = new ArrayDeque<Integer>();
        for (int i = 0; i < paths.size(); i++) {
            todo.push(i);
        }
        var outcomes = new ArrayList<CompletableFuture<String>>();
        paths.forEach(path -> outcomes.add(new CompletableFuture<>()));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(limit, paths.size()); i++) {
                executor.execute(() -> {
                    while (true) {
                        int mine;
                        synchronized (todo) {
                            if (todo.isEmpty()) {
                                return;
                            }
                            mine = todo.pop();
                        }
                        try {
                            outcomes.get(mine).complete(api.get(paths.get(mine)));
                        } catch (Throwable e) {
                            outcomes.get(mine).completeExceptionally(e);
                        }
                    }
                });
            }
            var answers = new ArrayList<String>();
            for (var outcome : outcomes) {
                answers.add(outcome.get());
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
