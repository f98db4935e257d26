// Mistake: at the deadline the pool is closed, which waits
package twostoves.concurrency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }
var answers = new LinkedHashMap<String, String>(); var requests = new LinkedHashMap<String, Future<String>>();
try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
 for (String path : paths) { requests.put(path, executor.submit(() -> api.get(path))); }

 long end = System.nanoTime() + deadline.toNanos();
 for (var e : requests.entrySet()) { try { answers.put(e.getKey(), e.getValue().get(end - System.nanoTime(), TimeUnit.NANOSECONDS)); } catch (ExecutionException | TimeoutException x) { /* none */ } }
}
return answers;
}

}
