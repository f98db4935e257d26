// Mistake: the lock that protects the answers is held while the answer is on its way.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        Lock lock = new ReentrantLock();
        String[] answers = new String[paths.size()];
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> requests = new ArrayList<>();
            for (int i = 0; i < answers.length; i++) {
                int index = i;
                requests.add(executor.submit(() -> {
                    lock.lock();
                    try {
                        answers[index] = api.get(paths.get(index));
                    } finally {
                        lock.unlock();
                    }
                    return null;
                }));
            }
            for (Future<?> request : requests) {
                request.get();
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
