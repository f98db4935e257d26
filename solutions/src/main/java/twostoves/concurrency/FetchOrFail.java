package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

/**
 * The reference for exercise 5: a completion service to hear of each end at once, and an executor to call off the rest.
 *
 * <p>Waiting in the order of the list would notice a failure only when its turn comes. A completion service hands out the
 * futures in the order in which their tasks end, so that the first failure is the first to be seen.
 */
public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        var requests = new ArrayList<Future<String>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ExecutorCompletionService<String>(executor);
            for (String path : paths) {
                requests.add(ended.submit(() -> api.get(path)));
            }
            try {
                for (int i = 0; i < paths.size(); i++) {
                    ended.take().get();
                }
            } catch (ExecutionException | InterruptedException e) {
                // Interrupts all threads. Future.cancel(true) would too, but a cancelled future forgets how its task
                // ended.
                executor.shutdownNow();
                throw e;
            }
        } catch (ExecutionException e) {
            // By now the executor is closed, so every request has ended, one way or another.
            throw withTheOthers(e.getCause(), requests);
        }
        return requests.stream().map(Future::resultNow).toList();
    }

    private static RuntimeException withTheOthers(Throwable first, List<Future<String>> requests)
            throws IOException, InterruptedException {
        requests.stream()
                .filter(request -> request.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .filter(failure -> failure != first && !(failure instanceof InterruptedException))
                .forEach(first::addSuppressed);
        return original(first);
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
