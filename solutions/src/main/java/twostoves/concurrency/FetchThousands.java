package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

/**
 * The reference for exercise 3: a virtual thread for each request, ten thousand of them if need be.
 *
 * <p>It is the reference for exercise 1, and that is the point: a thread that waits is an object on the heap here, so
 * nothing in the code has to know how many there are. One platform thread, the carrier, serves them all.
 */
public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        // Closing the executor waits for its threads, so nothing is left running, whichever way this method is left.
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            // Two loops, because get() waits: in one loop, each request would begin only when the one before has ended.
            var requests = new ArrayList<Future<String>>();
            for (String path : paths) {
                requests.add(executor.submit(() -> api.get(path)));
            }
            // Waiting in the order of the paths costs no time, and puts the answers in that order by itself.
            var answers = new ArrayList<String>();
            for (Future<String> request : requests) {
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
