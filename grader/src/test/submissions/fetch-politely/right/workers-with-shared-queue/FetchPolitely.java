// Idea: as many workers as places, each takes the next path from a queue
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;

public final class FetchPolitely implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        var todo = new ConcurrentLinkedQueue<Integer>();
        for (int i = 0; i < paths.size(); i++) {
            todo.add(i);
        }
        var answers = new AtomicReferenceArray<String>(paths.size());
        var failure = new AtomicReference<Throwable>();
        var workers = new ArrayList<Thread>();
        for (int i = 0; i < Math.min(limit, paths.size()); i++) {
            workers.add(Thread.startVirtualThread(() -> {
                for (Integer next = todo.poll(); next != null && failure.get() == null; next = todo.poll()) {
                    try {
                        answers.set(next, api.get(paths.get(next)));
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                    }
                }
            }));
        }
        for (Thread worker : workers) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                failure.compareAndSet(null, e);
                workers.forEach(Thread::interrupt);
                for (Thread other : workers) {
                    joinUninterruptibly(other);
                }
            }
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return IntStream.range(0, paths.size()).mapToObj(answers::get).toList();
    }

    private static void joinUninterruptibly(Thread thread) {
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                // it has been told to end
            }
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
