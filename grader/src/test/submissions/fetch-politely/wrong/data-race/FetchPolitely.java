// Mistake: workers share a plain counter
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        var work = new Work(paths, api);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var workers = new ArrayList<Future<?>>();
            for (int i = 0; i < Math.min(limit, paths.size()); i++) {
                workers.add(executor.submit(work));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
            return Arrays.asList(work.answers);
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static final class Work implements Callable<Void> {
        final String[] answers;
        private final List<String> paths;
        private final RemoteApi api;
        private int next;

        Work(List<String> paths, RemoteApi api) {
            this.paths = paths;
            this.api = api;
            this.answers = new String[paths.size()];
        }

        @Override
        public Void call() throws IOException, InterruptedException {
            while (next < paths.size()) {
                int mine = next++;
                answers[mine] = api.get(paths.get(mine));
            }
            return null;
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
