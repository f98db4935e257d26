// Idea: every FutureTask puts itself into a queue when it is done.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(mirrors);
        Objects.requireNonNull(api);
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("no mirrors");
        }
        BlockingQueue<Future<String>> ended = new LinkedBlockingQueue<>();
        List<Future<String>> requests = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (String mirror : mirrors) {
            FutureTask<String> request = new FutureTask<>(() -> api.get(mirror)) {
                @Override
                protected void done() {
                    ended.add(this);
                }
            };
            requests.add(request);
            threads.add(Thread.ofVirtual().start(request));
        }
        IOException all = new IOException("no mirror has answered");
        try {
            while (all.getSuppressed().length < mirrors.size()) {
                try {
                    return ended.take().get();
                } catch (ExecutionException e) {
                    all.addSuppressed(e.getCause());
                }
            }
        } finally {
            requests.forEach(request -> request.cancel(true));
            joinAll(threads);
        }
        throw all;
    }

    private static void joinAll(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
