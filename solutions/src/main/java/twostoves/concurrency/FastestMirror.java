package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

/**
 * The reference for exercise 7: a completion service hands over the requests as they end, whichever comes first.
 *
 * <p>A request that has failed is remembered, and the next one is waited for; a request that has succeeded ends the
 * search. So nothing but the calling thread keeps count, and nothing is shared.
 */
public final class FastestMirror implements FastestMirrorContract {

    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(api);
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("there must be a mirror to ask");
        }

        var noneAnswered = new IOException("none of " + mirrors.size() + " mirrors has answered");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var ended = new ExecutorCompletionService<String>(executor);
                for (String mirror : mirrors) {
                    ended.submit(() -> api.get(mirror));
                }
                for (int i = 0; i < mirrors.size(); i++) {
                    try {
                        return ended.take().get();
                    } catch (ExecutionException failed) {
                        noneAnswered.addSuppressed(failed.getCause());
                    }
                }
                throw noneAnswered;
            } finally {
                // Closing the executor waits. Without this it would wait for mirrors that nobody needs any more, also
                // when the caller was interrupted.
                executor.shutdownNow();
            }
        }
    }
}
