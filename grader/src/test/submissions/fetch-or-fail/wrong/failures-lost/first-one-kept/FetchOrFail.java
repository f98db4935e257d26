// Mistake: a reference that keeps the first failure and drops the others
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var first = new AtomicReference<IOException>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = new ArrayList<Future<String>>();
            for (String path : paths) {
                requests.add(executor.submit(() -> {
                    try {
                        return api.get(path);
                    } catch (IOException e) {
                        if (first.compareAndSet(null, e)) {
                            executor.shutdownNow();
                        }
                        throw e;
                    }
                }));
            }
            try {
                var answers = new ArrayList<String>();
                for (Future<String> request : requests) {
                    answers.add(request.get());
                }
                return answers;
            } catch (InterruptedException e) {
                executor.shutdownNow();
                throw e;
            }
        } catch (ExecutionException e) {
            throw original(first.get());
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
