// Idea: failures counted by handlers, the pool shut down
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

@Override
public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(api); if (mirrors.isEmpty()) { throw new IllegalArgumentException("no mirrors"); }

var executor = Executors.newCachedThreadPool(); var first = new CompletableFuture<String>(); var failures = new ConcurrentLinkedQueue<Throwable>();
try { for (String m : mirrors) { CompletableFuture.supplyAsync(() -> { try { return api.get(m); } catch (IOException | InterruptedException e) { throw new CompletionException(e); } }, executor).whenComplete((a, t) -> { if (t == null) { first.complete(a); } else { synchronized (failures) { failures.add(t.getCause()); if (failures.size() == mirrors.size()) { IOException all = new IOException("none"); failures.forEach(all::addSuppressed); first.completeExceptionally(all); } } } }); }
 return first.get(); }
catch (ExecutionException e) { if (e.getCause() instanceof IOException io) { throw io; } throw new IllegalStateException(e); }
finally { executor.shutdownNow(); executor.close(); }
}

}
