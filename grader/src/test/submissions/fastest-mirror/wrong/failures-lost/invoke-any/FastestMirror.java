// Mistake: invokeAny tells of one failure only, and that one is all that is passed on.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
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
        List<Callable<String>> requests = mirrors.stream()
                .<Callable<String>>map(mirror -> () -> api.get(mirror))
                .toList();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAny(requests);
        } catch (ExecutionException e) {
            IOException all = new IOException("no mirror has answered");
            all.addSuppressed(e.getCause());
            throw all;
        }
    }
}
