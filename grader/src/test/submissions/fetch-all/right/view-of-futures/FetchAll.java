// Idea: the list looks its answers up in futures that are done.
package twostoves.concurrency;

import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

        List<Future<String>> fs;
        try (var ex = Executors.newVirtualThreadPerTaskExecutor()) {
            fs = paths.stream().map(p -> ex.submit(() -> api.get(p))).toList();
            for (var f : fs)
                try {
                    f.get();
                } catch (ExecutionException e) {
                    rethrow(e);
                }
        }
        return new AbstractList<>() {
            public String get(int i) {
                return fs.get(i).resultNow();
            }

            public int size() {
                return fs.size();
            }
        };
    }
}
