// Mistake: leaving the try block closes the executor, which waits for the slowest mirror.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
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
            CompletionService<String> ended = new ExecutorCompletionService<>(executor);
            for (String mirror : mirrors) {
                ended.submit(() -> api.get(mirror));
            }
            for (int i = 0; i < mirrors.size(); i++) {
                try {
                    return ended.take().get();
                } catch (ExecutionException e) {
                    all.addSuppressed(e.getCause());
                }
            }
        }
        throw all;
    }
}
