// Idea: exceptionallyCompose would be sequential; accept either in a chain
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

@Override
public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(api); if (mirrors.isEmpty()) { throw new IllegalArgumentException("no mirrors"); }

var executor = Executors.newVirtualThreadPerTaskExecutor(); var failures = new ConcurrentLinkedQueue<IOException>();
try { CompletableFuture<String> never = new CompletableFuture<>(); var result = new CompletableFuture<String>(); var all = new ArrayList<CompletableFuture<Void>>();
 for (String m : mirrors) { all.add(CompletableFuture.runAsync(() -> { try { result.complete(api.get(m)); } catch (IOException e) { failures.add(e); } catch (InterruptedException e) { Thread.currentThread().interrupt(); } }, executor)); }
 CompletableFuture.anyOf(result, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))).get();
 if (result.isDone()) { return result.join(); }
 IOException none = new IOException("none"); failures.forEach(none::addSuppressed); throw none;
} catch (ExecutionException e) { throw new IllegalStateException(e); } finally { executor.shutdownNow(); executor.close(); }
}

}
