package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 1 with {@code invokeAll}: one call that starts a whole list of tasks and waits for all of it.
 *
 * <p>Prefer it where all tasks are known before the first one starts: there is no loop in which to wait too early. It
 * also cancels the tasks still under way if the caller is interrupted, so the caller is free at once. It is of no use
 * where the first answer or the first failure should be acted upon while the others are still on their way.
 */
public final class FetchAllWithInvokeAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        var tasks = new ArrayList<Callable<String>>();
        for (String path : paths) {
            tasks.add(() -> api.get(path));
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<String>();
            // The futures come in the order of the tasks, and each of them is done: get() no longer waits.
            for (Future<String> request : executor.invokeAll(tasks)) {
                answers.add(request.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    /** A future wraps what its task threw; the caller is to see the exception of the service itself. */
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
