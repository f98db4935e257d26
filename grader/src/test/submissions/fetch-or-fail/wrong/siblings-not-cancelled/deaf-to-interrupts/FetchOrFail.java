// Mistake: join takes no notice of an interrupt until the answers are there
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var failures = new ConcurrentLinkedQueue<IOException>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<String>> requests = paths.stream()
                    .map(path -> CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return api.get(path);
                                } catch (IOException e) {
                                    failures.add(e);
                                    executor.shutdownNow();
                                    return null;
                                } catch (InterruptedException e) {
                                    return null;
                                }
                            },
                            executor))
                    .toList();
            List<String> answers = requests.stream().map(CompletableFuture::join).toList();
            if (!failures.isEmpty()) {
                throw first(failures);
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
