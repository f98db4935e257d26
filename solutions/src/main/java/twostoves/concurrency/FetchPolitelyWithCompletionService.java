package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 4 with a completion service: the caller moves the window itself, one in for each one out.
 *
 * <p>{@code take} returns whichever request ends first, and that is the whole difference to waiting for the oldest. No
 * thread stands in a queue, so this is the way to go where the paths come from somewhere endless. The caller sees each
 * failure as soon as it happens, and here begins no further request then.
 */
public final class FetchPolitelyWithCompletionService implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit)
            throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be at least 1, not " + limit);
        }

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var window = new ExecutorCompletionService<String>(executor);
            var requests = new ArrayList<Future<String>>();
            for (String path : paths) {
                if (requests.size() >= limit) {
                    window.take().get();
                }
                requests.add(window.submit(() -> api.get(path)));
            }
            var answers = new ArrayList<String>();
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
