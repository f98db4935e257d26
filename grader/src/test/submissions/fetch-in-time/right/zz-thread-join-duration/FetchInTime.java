// Idea: a thread that joins all others is joined for a time
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }

var answers = new ConcurrentHashMap<String, String>();
var threads = paths.stream().map(p -> Thread.ofVirtual().unstarted(() -> { try { answers.put(p, api.get(p)); } catch (IOException | InterruptedException e) { /* none */ } })).toList();
Thread all = Thread.ofVirtual().unstarted(() -> { try { for (Thread t : threads) { t.join(); } } catch (InterruptedException e) { threads.forEach(Thread::interrupt); } });
threads.forEach(Thread::start); all.start();
try { all.join(deadline); } finally { all.interrupt(); threads.forEach(Thread::interrupt); all.join(); for (Thread t : threads) { t.join(); } }
var result = new LinkedHashMap<String, String>(); for (String p : paths) { answers.computeIfPresent(p, (k, v) -> { result.put(k, v); return v; }); } return result;
}

}
