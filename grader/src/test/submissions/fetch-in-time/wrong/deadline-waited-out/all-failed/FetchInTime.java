// Mistake: waits on if nobody succeeds
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }

var answers = new ConcurrentHashMap<String, String>(); var done = new CountDownLatch(1); var open = new AtomicInteger(paths.size()); var threads = new ArrayList<Thread>();
for (String p : paths) { threads.add(Thread.startVirtualThread(() -> { try { answers.put(p, api.get(p)); } catch (IOException | InterruptedException e) { /* none */ } if (open.decrementAndGet() == 0 && !answers.isEmpty()) { done.countDown(); } })); }
try { if (!paths.isEmpty()) { boolean all = done.await(deadline.toNanos(), TimeUnit.NANOSECONDS); } } finally { threads.forEach(Thread::interrupt); for (Thread t : threads) { t.join(); } }
var result = new LinkedHashMap<String, String>(); for (String p : paths) { String a = answers.get(p); if (a != null) { result.put(p, a); } } return result;
}

}
