// Mistake: workers that nobody waits for when a request fails
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
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
        int count = paths.size();
        var next = new AtomicInteger();
        var requests = new ArrayList<FutureTask<String>>();
        for (String path : paths) {
            requests.add(new FutureTask<>(() -> api.get(path)));
        }
        for (int i = 0; i < Math.min(limit, count); i++) {
            Thread.startVirtualThread(() -> {
                for (int mine = next.getAndIncrement(); mine < count; mine = next.getAndIncrement()) {
                    requests.get(mine).run();
                }
            });
        }
        try {
            var answers = new ArrayList<String>();
            for (var request : requests) {
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
