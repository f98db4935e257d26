// Idea: each request that ends releases a permit, and the caller looks through the futures each time.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
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
        Semaphore ended = new Semaphore(0);
        List<FutureTask<String>> requests = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (String mirror : mirrors) {
            FutureTask<String> request = new FutureTask<>(() -> api.get(mirror)) {
                @Override
                protected void done() {
                    ended.release();
                }
            };
            requests.add(request);
            threads.add(Thread.ofVirtual().start(request));
        }
        try {
            for (int i = 0; i < mirrors.size(); i++) {
                ended.acquire();
                for (Future<String> request : requests) {
                    if (request.state() == Future.State.SUCCESS) {
                        return request.resultNow();
                    }
                }
            }
        } finally {
            requests.forEach(request -> request.cancel(true));
            joinAll(threads);
        }
        IOException all = new IOException("no mirror has answered");
        requests.forEach(request -> all.addSuppressed(request.exceptionNow()));
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
