// Mistake: the requests put their failures into an ArrayList, all at the same time.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
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
        List<IOException> failures = new ArrayList<>();
        List<Callable<String>> requests = new ArrayList<>();
        for (String mirror : mirrors) {
            requests.add(() -> {
                try {
                    return api.get(mirror);
                } catch (IOException e) {
                    failures.add(e);
                    throw e;
                }
            });
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAny(requests);
        } catch (ExecutionException e) {
            IOException all = new IOException("no mirror has answered");
            failures.forEach(all::addSuppressed);
            throw all;
        }
    }
}
