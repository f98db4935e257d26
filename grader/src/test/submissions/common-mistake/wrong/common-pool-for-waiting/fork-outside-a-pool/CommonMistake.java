// Idea: a task forked outside a pool runs in the common one.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {
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

        var ts = paths.stream()
                .map(p -> ForkJoinTask.adapt(() -> {
                    try {
                        return (Object) api.get(p);
                    } catch (Exception e) {
                        return e;
                    }
                }))
                .toList();
        ts.forEach(ForkJoinTask::fork);
        var out = new ArrayList<String>();
        for (var t : ts) {
            Object o = t.join();
            if (o instanceof Exception e) rethrow(e);
            out.add((String) o);
        }
        return out;
    }
}
