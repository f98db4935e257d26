// Mistake: the losers are interrupted, and the pool stays open.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
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
        ExecutorService executor = Executors.newCachedThreadPool();
        CompletionService<String> ended = new ExecutorCompletionService<>(executor);
        List<Future<String>> requests = new ArrayList<>();
        for (String mirror : mirrors) {
            requests.add(ended.submit(() -> api.get(mirror)));
        }
        IOException all = new IOException("no mirror has answered");
        try {
            for (int i = 0; i < mirrors.size(); i++) {
                try {
                    return ended.take().get();
                } catch (ExecutionException e) {
                    all.addSuppressed(e.getCause());
                }
            }
            throw all;
        } finally {
            requests.forEach(request -> request.cancel(true));
        }
    }
}
