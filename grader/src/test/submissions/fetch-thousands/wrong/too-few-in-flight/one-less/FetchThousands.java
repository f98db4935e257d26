// Mistake: one request waits until another has ended
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
        var permits = new Semaphore(Math.max(1, paths.size() > 1000 ? 9_999 : paths.size()));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> requests = new ArrayList<>();
            for (String path : paths) {
                requests.add(executor.submit(() -> {
                    permits.acquire();
                    try {
                        return api.get(path);
                    } finally {
                        permits.release();
                    }
                }));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> request : requests) {
                answers.add(request.get());
            }
            return answers;
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
