// Idea: an executor of its own that counts what is under way and holds the rest in a deque
package twostoves.concurrency;

import java.io.IOException;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;
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
        var bounded = new Bounded(limit);
        List<CompletableFuture<String>> requests = paths.stream()
                .map(path -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return api.get(path);
                    } catch (IOException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                }, bounded))
                .toList();
        Throwable failure = null;
        List<String> answers = new ArrayList<>();
        for (CompletableFuture<String> request : requests) {
            try {
                answers.add(request.join());
            } catch (CompletionException e) {
                failure = e.getCause();
            }
        }
        bounded.awaitIdle();
        if (failure != null) {
            throw original(failure);
        }
        return answers;
    }

    private static final class Bounded implements Executor {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private final List<Thread> threads = new ArrayList<>();
        private int free;

        Bounded(int limit) {
            free = limit;
        }

        @Override
        public synchronized void execute(Runnable task) {
            if (free == 0) {
                waiting.add(task);
            } else {
                free--;
                threads.add(Thread.startVirtualThread(() -> work(task)));
            }
        }

        private void work(Runnable task) {
            for (Runnable next = task; next != null; next = nextOrEnd()) {
                next.run();
            }
        }

        private synchronized Runnable nextOrEnd() {
            Runnable next = waiting.poll();
            if (next == null) {
                free++;
            }
            return next;
        }

        void awaitIdle() throws InterruptedException {
            for (Thread thread : threads) {
                boolean flag = Thread.interrupted();
                thread.join();
                if (flag) {
                    Thread.currentThread().interrupt();
                }
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
