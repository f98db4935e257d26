// Idea: each thread hands its answer over in person.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
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

        record Answer(int index, String text, Exception failure) {}
        var queue = new SynchronousQueue<Answer>();
        int n = paths.size();
        String[] out = new String[n];
        Exception failure = null;
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < n; i++) {
            int k = i;
            threads.add(Thread.ofVirtual().name("fetch-", i).start(() -> {
                try {
                    Answer a;
                    try {
                        a = new Answer(k, api.get(paths.get(k)), null);
                    } catch (IOException e) {
                        a = new Answer(k, null, e);
                    }
                    queue.put(a);
                } catch (InterruptedException e) {
                }
            }));
        }
        try {
            for (int i = 0; i < n; i++) {
                Answer a = queue.take();
                if (a.failure() != null && failure == null) failure = a.failure();
                out[a.index()] = a.text();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            for (var t : threads) {
                while (true)
                    try {
                        t.join();
                        break;
                    } catch (InterruptedException again) {
                    }
            }
            throw e;
        }
        if (failure != null) rethrow(failure);
        return List.of(out);
    }
}
