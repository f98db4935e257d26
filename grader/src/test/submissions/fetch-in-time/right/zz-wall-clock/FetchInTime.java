// Idea: the end as an instant
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }

Instant end = Instant.now().plus(deadline); var ended = new LinkedBlockingQueue<Map.Entry<String, String>>(); var answers = new HashMap<String, String>(); var threads = new ArrayList<Thread>();
for (String p : paths) { threads.add(Thread.startVirtualThread(() -> { String a = ""; boolean ok = false; try { a = api.get(p); ok = true; } catch (IOException | InterruptedException e) { /* none */ } ended.add(Map.entry(ok ? p : "", a)); })); }
try { for (int i = 0; i < threads.size(); i++) { var e = ended.poll(Duration.between(Instant.now(), end).toNanos(), TimeUnit.NANOSECONDS); if (e == null) { break; } answers.put(e.getKey(), e.getValue()); } }
finally { for (Thread t : threads) { t.interrupt(); } for (Thread t : threads) { t.join(); } }
var result = new LinkedHashMap<String, String>(); for (String p : paths) { if (answers.containsKey(p)) { result.put(p, answers.get(p)); } } return result;
}

}
