// Idea: looks every 10 ms whether all are done.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {
    static void rethrow(Throwable t) throws IOException, InterruptedException {
        while ((t instanceof ExecutionException || t instanceof CompletionException) && t.getCause() != null)
            t = t.getCause();
        if (t instanceof IOException e) throw e;
        if (t instanceof InterruptedException e) throw e;
        if (t instanceof RuntimeException e) throw e;
        if (t instanceof Error e) throw e;
        throw new IllegalStateException(t);
    }

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        try (var ex = Executors.newVirtualThreadPerTaskExecutor()) {
            var fs = paths.stream().map(p -> ex.submit(() -> api.get(p))).toList();
            while (!fs.stream().allMatch(Future::isDone)) {
                if (Thread.interrupted()) throw new InterruptedException();
                LockSupport.parkNanos(10_000_000);
            }
            var out = new ArrayList<String>();
            try {
                for (var f : fs) out.add(f.get());
            } catch (ExecutionException e) {
                rethrow(e);
            }
            return out;
        }
    }
}
