// Mistake: one thread, so invokeAny asks one mirror after another.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        Queue<IOException> failures = new ConcurrentLinkedQueue<>();
        List<Callable<String>> requests = mirrors.stream()
                .<Callable<String>>map(mirror -> () -> {
                    try {
                        return api.get(mirror);
                    } catch (IOException e) {
                        failures.add(e);
                        throw e;
                    }
                })
                .toList();
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            return executor.invokeAny(requests);
        } catch (ExecutionException e) {
            IOException all = new IOException(e.getMessage());
            failures.forEach(all::addSuppressed);
            throw all;
        }
    }
}
