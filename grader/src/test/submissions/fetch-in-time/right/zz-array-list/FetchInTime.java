// Idea: slots in an array, and a sequenced map copied
package twostoves.concurrency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }

var slots = new AtomicReferenceArray<String>(paths.size()); var latch = new CountDownLatch(paths.size());
try (var executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("fetch-", 0).factory())) {
 for (int i = 0; i < paths.size(); i++) { int at = i; executor.submit(() -> { try { slots.set(at, api.get(paths.get(at))); } finally { latch.countDown(); } return null; }); }
 try { boolean all = latch.await(deadline.toMillis(), TimeUnit.MILLISECONDS); if (!all) { executor.shutdownNow(); } } catch (InterruptedException e) { executor.shutdownNow(); Thread.currentThread().interrupt(); return Map.of(); }
}
return IntStream.range(0, paths.size()).boxed().filter(i -> slots.get(i) != null).collect(Collectors.toMap(paths::get, slots::get, (a, b) -> b, LinkedHashMap::new));
}

}
