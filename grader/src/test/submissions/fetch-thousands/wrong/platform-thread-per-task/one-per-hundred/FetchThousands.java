// Mistake: a platform thread for every hundred requests, which waits for them
package twostoves.concurrency;

import java.io.IOException;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        String[] answers = new String[paths.size()];
        try (var starters = Executors.newCachedThreadPool();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> parts = new ArrayList<>();
            for (int from = 0; from < answers.length; from += 100) {
                int first = from;
                int last = Math.min(from + 100, answers.length);
                parts.add(starters.submit(() -> {
                    List<Future<?>> requests = new ArrayList<>();
                    for (int i = first; i < last; i++) {
                        int index = i;
                        requests.add(executor.submit(() -> answers[index] = api.get(paths.get(index))));
                    }
                    for (Future<?> request : requests) {
                        request.get();
                    }
                    return null;
                }));
            }
            try {
                for (Future<?> part : parts) {
                    part.get();
                }
            } catch (InterruptedException e) {
                starters.shutdownNow();
                executor.shutdownNow();
                throw e;
            }
        } catch (ExecutionException e) {
            throw original(e.getCause().getCause());
        }
        return List.of(answers);
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
