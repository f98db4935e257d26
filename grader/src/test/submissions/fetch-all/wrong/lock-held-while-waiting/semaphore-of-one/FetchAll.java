// Idea: a semaphore with one permit is a lock.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
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

        var s = new Semaphore(1);
        try (var ex = Executors.newVirtualThreadPerTaskExecutor()) {
            var fs = new ArrayList<Future<String>>();
            for (String p : paths)
                fs.add(ex.submit(() -> {
                    s.acquire();
                    try {
                        return api.get(p);
                    } finally {
                        s.release();
                    }
                }));
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
