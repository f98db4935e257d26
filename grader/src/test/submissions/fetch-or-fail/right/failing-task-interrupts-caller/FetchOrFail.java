// Idea: the task that fails interrupts the caller out of its wait
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
        Thread caller = Thread.currentThread();
        var failures = new ConcurrentLinkedQueue<IOException>();
        var requests = new ArrayList<Future<String>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String path : paths) {
                requests.add(executor.submit(() -> {
                    try {
                        return api.get(path);
                    } catch (IOException e) {
                        synchronized (failures) {
                            failures.add(e);
                            if (failures.size() == 1) {
                                caller.interrupt();
                            }
                        }
                        throw e;
                    }
                }));
            }
            try {
                for (Future<String> request : requests) {
                    request.get();
                }
            } catch (InterruptedException | ExecutionException e) {
                executor.shutdownNow();
                if (failures.isEmpty()) {
                    throw e;
                }
            }
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
        if (!failures.isEmpty()) {
            Thread.interrupted();
            throw first(failures);
        }
        return requests.stream().map(Future::resultNow).toList();
    }

    private static RuntimeException first(Queue<IOException> failures) throws IOException {
        IOException first = failures.remove();
        failures.forEach(first::addSuppressed);
        throw first;
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
