// Idea: each future completed by a timeout; the pool is shut down
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }

var result = new LinkedHashMap<String, String>();
var executor = Executors.newVirtualThreadPerTaskExecutor();
try {
 var futures = new LinkedHashMap<String, CompletableFuture<Optional<String>>>();
 for (String p : paths) { futures.put(p, CompletableFuture.supplyAsync(() -> { try { return Optional.of(api.get(p)); } catch (IOException e) { return Optional.<String>empty(); } catch (InterruptedException e) { Thread.currentThread().interrupt(); return Optional.<String>empty(); } }, executor).completeOnTimeout(Optional.empty(), deadline.toNanos(), TimeUnit.NANOSECONDS)); }
 CompletableFuture.allOf(futures.values().toArray(CompletableFuture[]::new)).get();
 futures.forEach((p, f) -> f.join().ifPresent(a -> result.put(p, a)));
} catch (ExecutionException e) { throw new IllegalStateException(e); }
finally { executor.shutdownNow(); executor.close(); }
return result;
}

}
