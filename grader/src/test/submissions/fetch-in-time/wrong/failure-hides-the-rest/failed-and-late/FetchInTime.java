// Mistake: a failure comes out when the time is up
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

 try { long end = System.nanoTime() + deadline.toNanos(); boolean timeUp = false;
 for (Future<String> r : requests.values()) { try { r.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS); } catch (ExecutionException e) { /* no entry */ } catch (TimeoutException e) { timeUp = true; break; } }
 for (var e : requests.entrySet()) { Future<String> r = e.getValue(); if (r.state() == Future.State.SUCCESS || timeUp && r.isDone()) { answers.put(e.getKey(), r.resultNow()); } }
 } finally { executor.shutdownNow(); }
}
return answers;
}

}
