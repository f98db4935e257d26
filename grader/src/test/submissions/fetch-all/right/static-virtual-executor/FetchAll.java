// Idea: an executor of virtual threads that all calls share: no thread of it outlives its task.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    private static final ExecutorService POOL = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        var fs = paths.stream().map(p -> POOL.submit(() -> api.get(p))).toList();
        var out = new ArrayList<String>();
        Exception bad = null;
        try {
            for (var f : fs)
                try {
                    out.add(f.get());
                } catch (ExecutionException e) {
                    bad = e;
                }
        } catch (InterruptedException e) {
            for (var f : fs) f.cancel(true);
            throw e;
        }
        if (bad != null) rethrow(bad);
        return out;
    }
}
