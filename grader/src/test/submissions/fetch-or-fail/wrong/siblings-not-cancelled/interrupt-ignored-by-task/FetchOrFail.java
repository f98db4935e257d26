// Mistake: the tasks wait on when they are interrupted
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var failures = new ConcurrentLinkedQueue<IOException>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = new ArrayList<Future<String>>();
            for (String path : paths) {
                Future<String> request = executor.submit(() -> api.get(path));
                requests.add(executor.submit(() -> {
                    while (true) {
                        try {
                            return request.get();
                        } catch (InterruptedException e) {
                            // it will be there in a moment
                        } catch (ExecutionException e) {
                            failures.add((IOException) e.getCause());
                            throw e;
                        }
                    }
                }));
            }
            var answers = new ArrayList<String>();
            for (Future<String> request : requests) {
                try {
                    answers.add(request.get());
                } catch (ExecutionException e) {
                    requests.forEach(other -> other.cancel(true));
                    throw first(failures);
                }
            }
            return answers;
        }
    }

    private static RuntimeException first(Queue<IOException> failures) throws IOException {
        IOException first = failures.remove();
        failures.forEach(first::addSuppressed);
        throw first;
    }
}
