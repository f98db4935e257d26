// Mistake: invokeAll waits for its list, and here each list has one task.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> answers = new ArrayList<>();
            for (String path : paths) {
                List<Callable<String>> task = List.of(() -> api.get(path));
                answers.add(executor.invokeAll(task).getFirst().get());
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
