// Idea: a wait that nobody ends is a pause.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
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

        var out = new ConcurrentHashMap<Integer, String>();
        var fails = new ConcurrentLinkedQueue<Exception>();
        var ts = new ArrayList<Thread>();
        for (int i = 0; i < paths.size(); i++) {
            int k = i;
            ts.add(Thread.startVirtualThread(() -> {
                try {
                    out.put(k, api.get(paths.get(k)));
                } catch (Exception e) {
                    fails.add(e);
                }
            }));
        }
        Object o = new Object();
        synchronized (o) {
            o.wait(10_000);
        }
        if (!fails.isEmpty()) rethrow(fails.peek());
        return IntStream.range(0, paths.size()).mapToObj(out::get).toList();
    }
}
