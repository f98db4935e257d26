// Idea: each task notes its failure, so that cancelled futures may forget theirs
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
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
        var requests = new ArrayList<Future<String>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ExecutorCompletionService<String>(executor);
            for (String path : paths) {
                requests.add(ended.submit(() -> {
                    try {
                        return api.get(path);
                    } catch (IOException e) {
                        failures.add(e);
                        throw e;
                    }
                }));
            }
            try {
                for (int i = 0; i < paths.size(); i++) {
                    ended.take().get();
                }
            } finally {
                requests.forEach(request -> request.cancel(true));
            }
        } catch (ExecutionException e) {
            throw failures.isEmpty() ? original(e.getCause()) : first(failures);
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
