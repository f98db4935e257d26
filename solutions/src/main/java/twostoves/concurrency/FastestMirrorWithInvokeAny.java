package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 7 with {@code invokeAny}, which does nearly all of it: it returns the first success, interrupts the others,
 * and does so when the caller is interrupted, too.
 *
 * <p>Prefer it wherever one failure is as good as another: if all tasks fail, its exception carries one of the failures
 * only. Here all are asked for, so each task notes its own, in a collection that is made for several threads.
 */
public final class FastestMirrorWithInvokeAny implements FastestMirrorContract {

    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(mirrors);
        Objects.requireNonNull(api);

        var failures = new ConcurrentLinkedQueue<IOException>();
        var requests = new ArrayList<Callable<String>>();
        for (String mirror : mirrors) {
            requests.add(() -> {
                try {
                    return api.get(mirror);
                } catch (IOException failure) {
                    failures.add(failure);
                    throw failure;
                }
            });
        }
        // An empty list of tasks is refused by invokeAny itself, with the exception that is asked for here.
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAny(requests);
        } catch (ExecutionException allFailed) {
            var noneAnswered = new IOException("no mirror has answered");
            failures.forEach(noneAnswered::addSuppressed);
            throw noneAnswered;
        }
    }
}
