// Idea: a latch that the first success opens, or the last failure.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
        CountDownLatch decided = new CountDownLatch(1);
        AtomicReference<String> answer = new AtomicReference<>();
        AtomicInteger failed = new AtomicInteger();
        Queue<IOException> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (String mirror : mirrors) {
                executor.execute(() -> {
                    try {
                        answer.compareAndSet(null, api.get(mirror));
                        decided.countDown();
                    } catch (IOException e) {
                        failures.add(e);
                        if (failed.incrementAndGet() == mirrors.size()) {
                            decided.countDown();
                        }
                    } catch (InterruptedException e) {
                        // too late
                    }
                });
            }
            try {
                decided.await();
            } finally {
                executor.shutdownNow();
            }
        }
        if (answer.get() != null) {
            return answer.get();
        }
        IOException all = new IOException(failures.size() + " mirrors have failed");
        failures.forEach(all::addSuppressed);
        throw all;
    }
}
