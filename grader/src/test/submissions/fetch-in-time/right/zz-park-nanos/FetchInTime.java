// Idea: park for what is left
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }

Thread caller = Thread.currentThread(); var answers = new ConcurrentHashMap<String, String>(); var open = new AtomicInteger(paths.size());
long start = System.nanoTime();
var executor = Executors.newVirtualThreadPerTaskExecutor();
for (String p : paths) { executor.execute(() -> { try { answers.put(p, api.get(p)); } catch (IOException | InterruptedException e) { /* none */ } finally { open.decrementAndGet(); LockSupport.unpark(caller); } }); }
boolean interrupted = false;
while (open.get() > 0) { long left = deadline.toNanos() - (System.nanoTime() - start); if (left <= 0) { break; } LockSupport.parkNanos(this, left); if (Thread.interrupted()) { interrupted = true; break; } }
executor.shutdownNow(); executor.close();
if (interrupted) { throw new InterruptedException(); }
var result = new LinkedHashMap<String, String>(); for (String p : paths) { if (answers.get(p) != null) { result.put(p, answers.get(p)); } } return result;
}

}
