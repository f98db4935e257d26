// Mistake: each worker takes every nth path
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
        var answers = new String[paths.size()];
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var shares = new ArrayList<Future<?>>();
            for (int worker = 0; worker < Math.min(limit, paths.size()); worker++) {
                int first = worker;
                shares.add(executor.submit(() -> {
                    for (int i = first; i < paths.size(); i += limit) {
                        answers[i] = api.get(paths.get(i));
                    }
                    return null;
                }));
            }
            for (Future<?> share : shares) {
                share.get();
            }
            return Arrays.asList(answers);
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
