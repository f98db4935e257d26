// Mistake: all mirrors are asked at once, and then waited for one after another.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                List<Future<String>> requests = new ArrayList<>();
                for (String mirror : mirrors) {
                    requests.add(executor.submit(() -> api.get(mirror)));
                }
                for (Future<String> request : requests) {
                    try {
                        return request.get();
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
