// Mistake: a fork/join pool throws a failure on as a copy around it, so one getCause() is not enough.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        try (ForkJoinPool pool = new ForkJoinPool(Math.max(1, paths.size()))) {
            List<Future<String>> requests = new ArrayList<>();
            for (String path : paths) {
                requests.add(pool.submit(() -> api.get(path)));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> request : requests) {
                answers.add(request.get());
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
