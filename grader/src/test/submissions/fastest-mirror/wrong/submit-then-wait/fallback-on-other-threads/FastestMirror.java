// Mistake: each mirror has a task, and the next task is submitted when the one before has failed.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        IOException all = new IOException("no mirror has answered");
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (String mirror : mirrors) {
                    try {
                        return executor.submit(() -> api.get(mirror)).get();
                    } catch (ExecutionException e) {
                        all.addSuppressed(e.getCause());
                    }
                }
                throw all;
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
