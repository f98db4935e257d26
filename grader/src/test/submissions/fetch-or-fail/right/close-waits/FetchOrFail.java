// Idea: the failing task shuts down, and closing the executor is the only wait
package twostoves.concurrency;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        int count = paths.size();
        var answers = new String[count];
        var failures = new ConcurrentLinkedQueue<IOException>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int place = i;
                executor.submit(() -> {
                    try {
                        answers[place] = api.get(paths.get(place));
                    } catch (IOException e) {
                        failures.add(e);
                        executor.shutdownNow();
                    }
                    return null;
                });
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!failures.isEmpty()) {
            throw first(failures);
        }
        return Arrays.asList(answers);
    }

    private static RuntimeException first(Queue<IOException> failures) throws IOException {
        IOException first = failures.remove();
        failures.forEach(first::addSuppressed);
        throw first;
    }
}
