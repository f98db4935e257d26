// Mistake: a failed request counts as an answer of null.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
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
        BlockingQueue<Optional<String>> outcomes = new LinkedBlockingQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (String mirror : mirrors) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    outcomes.add(Optional.of(api.get(mirror)));
                } catch (Exception e) {
                    outcomes.add(Optional.empty());
                }
            }));
        }
        try {
            return outcomes.take().orElse(null);
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }
}
