// Idea: allOf with orTimeout, pool shut down
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

var answers = Collections.synchronizedMap(new HashMap<String, String>());
var executor = Executors.newVirtualThreadPerTaskExecutor();
try { var all = CompletableFuture.allOf(paths.stream().map(p -> CompletableFuture.runAsync(() -> { try { answers.put(p, api.get(p)); } catch (IOException | InterruptedException e) { /* none */ } }, executor)).toArray(CompletableFuture[]::new));
 all.orTimeout(deadline.toNanos(), TimeUnit.NANOSECONDS).get(); } catch (ExecutionException e) { /* time is up */ }
finally { executor.shutdownNow(); executor.close(); }
var result = new LinkedHashMap<String, String>(); for (String p : paths) { String a = answers.get(p); if (a != null) { result.put(p, a); } } return result;
}

}
