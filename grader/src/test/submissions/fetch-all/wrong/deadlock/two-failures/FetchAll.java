// Idea: there is room for one failure, and the thread with the second waits for ever.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReferenceArray;
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

        int n = paths.size();
        var latch = new CountDownLatch(n);
        var out = new AtomicReferenceArray<String>(n);
        var box = new ArrayBlockingQueue<Exception>(1);
        var ts = new ArrayList<Thread>();
        for (int i = 0; i < n; i++) {
            int k = i;
            ts.add(Thread.startVirtualThread(() -> {
                try {
                    try {
                        out.set(k, api.get(paths.get(k)));
                    } catch (IOException e) {
                        box.put(e);
                    }
                    latch.countDown();
                } catch (InterruptedException e) {
                    latch.countDown();
                }
            }));
        }
        try {
            latch.await();
        } catch (InterruptedException e) {
            for (var t : ts) t.interrupt();
            for (var t : ts) t.join();
            throw e;
        }
        var e = box.poll();
        if (e != null) rethrow(e);
        return IntStream.range(0, n).mapToObj(out::get).toList();
    }
}
