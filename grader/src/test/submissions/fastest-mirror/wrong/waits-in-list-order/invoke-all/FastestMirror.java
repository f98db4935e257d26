// Mistake: invokeAll waits for all, and the first success in the list is taken.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        List<Callable<String>> tasks = new ArrayList<>();
        mirrors.forEach(mirror -> tasks.add(() -> api.get(mirror)));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> request : executor.invokeAll(tasks)) {
                try {
                    return request.get();
                } catch (ExecutionException e) {
                    all.addSuppressed(e.getCause());
                }
            }
        }
        throw all;
    }
}
