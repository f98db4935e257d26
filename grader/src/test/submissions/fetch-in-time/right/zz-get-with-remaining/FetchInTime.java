// Idea: one get after another, with what is left
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
long end = System.nanoTime() + deadline.toNanos();
try (var executor = Executors.newCachedThreadPool()) {
 try { for (String path : paths) { requests.put(path, executor.submit(() -> api.get(path))); }
 for (var entry : requests.entrySet()) { try { answers.put(entry.getKey(), entry.getValue().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)); } catch (ExecutionException | TimeoutException e) { entry.getValue().cancel(true); } }
 } finally { executor.shutdownNow(); }
}
return answers;
}

}
