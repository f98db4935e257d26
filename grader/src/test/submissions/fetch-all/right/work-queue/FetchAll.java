// Idea: as many workers as paths, each taking the next index from a counter until none is left.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        int count = paths.size();
        AtomicInteger next = new AtomicInteger();
        String[] answers = new String[count];
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, count))) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                workers.add(executor.submit(() -> {
                    for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                        answers[index] = api.get(paths.get(index));
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
            return List.of(answers);
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
