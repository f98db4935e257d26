// Idea: each request that has ended releases a permit, and the caller acquires as many as there are paths.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        Semaphore ended = new Semaphore(0);
        List<String> answers = Collections.synchronizedList(new ArrayList<>(paths));
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                String path = paths.get(i);
                executor.execute(() -> {
                    try {
                        answers.set(index, api.get(path));
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        ended.release();
                    }
                });
            }
            ended.acquire(paths.size());
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return List.copyOf(answers);
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
