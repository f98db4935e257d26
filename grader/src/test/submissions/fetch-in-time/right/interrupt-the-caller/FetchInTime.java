// Idea: a timer interrupts the caller
package twostoves.concurrency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }

Thread caller = Thread.currentThread(); var timeUp = new AtomicBoolean(); var answers = new ConcurrentHashMap<String, String>();
var timer = Executors.newSingleThreadScheduledExecutor();
try (timer; var executor = Executors.newVirtualThreadPerTaskExecutor()) {
 var alarm = timer.schedule(() -> { timeUp.set(true); caller.interrupt(); }, deadline.toMillis(), TimeUnit.MILLISECONDS);
 var requests = paths.stream().map(p -> executor.submit(() -> answers.put(p, api.get(p)))).toList();
 try { for (Future<?> r : requests) { try { r.get(); } catch (ExecutionException e) { /* no entry */ } } } catch (InterruptedException e) { if (!timeUp.get()) { throw e; } }
 finally { alarm.cancel(false); executor.shutdownNow(); timer.shutdownNow(); boolean ended = false; while (!ended) { try { ended = timer.awaitTermination(1, TimeUnit.DAYS); } catch (InterruptedException e) { if (!timeUp.get()) { executor.shutdownNow(); Thread.currentThread().interrupt(); throw e; } } } }
}
if (timeUp.get()) { Thread.interrupted(); }
var result = new LinkedHashMap<String, String>(); for (String p : paths) { if (answers.containsKey(p)) { result.put(p, answers.get(p)); } } return result;
}

}
