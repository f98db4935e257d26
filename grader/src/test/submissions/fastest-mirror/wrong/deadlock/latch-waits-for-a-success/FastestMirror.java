// Mistake: only a success opens the latch, so nothing does if all mirrors fail.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        CountDownLatch answered = new CountDownLatch(1);
        AtomicReference<String> answer = new AtomicReference<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String mirror : mirrors) {
                executor.execute(() -> {
                    try {
                        answer.compareAndSet(null, api.get(mirror));
                        answered.countDown();
                    } catch (IOException | InterruptedException e) {
                        // another one, then
                    }
                });
            }
            try {
                answered.await();
            } finally {
                executor.shutdownNow();
            }
        }
        return answer.get();
    }
}
