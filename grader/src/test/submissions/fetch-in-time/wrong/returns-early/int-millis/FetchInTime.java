// Mistake: milliseconds in an int
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
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }
int millis = (int) deadline.toMillis(); var answers = new ConcurrentHashMap<String, String>(); var latch = new CountDownLatch(paths.size()); var threads = new ArrayList<Thread>();
for (String p : paths) { threads.add(Thread.startVirtualThread(() -> { try { answers.put(p, api.get(p)); } catch (IOException | InterruptedException e) { /* none */ } finally { latch.countDown(); } })); }
try { boolean all = latch.await(millis, TimeUnit.MILLISECONDS); } finally { threads.forEach(Thread::interrupt); for (Thread t : threads) { t.join(); } }

var result = new LinkedHashMap<String, String>(); for (String p : paths) { String a = answers.get(p); if (a != null) { result.put(p, a); } } return result;
}

}
