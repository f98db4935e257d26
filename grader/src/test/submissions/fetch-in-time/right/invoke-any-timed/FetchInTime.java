// Idea: invokeAny with a limit, won by the last to end
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }

if (paths.isEmpty()) { return new LinkedHashMap<>(); }
var answers = new ConcurrentHashMap<String, String>(); var open = new AtomicInteger(paths.size());
try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
 var tasks = paths.stream().<Callable<Boolean>>map(p -> () -> { try { answers.put(p, api.get(p)); } catch (IOException e) { /* none */ } if (open.decrementAndGet() == 0) { return true; } throw new IllegalStateException("others are under way"); }).toList();
 executor.invokeAny(tasks, deadline.toNanos(), TimeUnit.NANOSECONDS);
} catch (TimeoutException e) { /* with what is there */ } catch (ExecutionException e) { throw new IllegalStateException(e); }
var result = new LinkedHashMap<String, String>(); for (String p : paths) { String a = answers.get(p); if (a != null) { result.put(p, a); } } return result;
}

}
