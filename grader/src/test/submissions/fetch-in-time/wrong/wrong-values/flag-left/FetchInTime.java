// Mistake: a timer interrupts the caller and its flag stays
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
import java.util.concurrent.atomic.AtomicBoolean;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }

Thread caller = Thread.currentThread(); var timeUp = new AtomicBoolean(); var answers = new ConcurrentHashMap<String, String>(); var threads = new ArrayList<Thread>();
for (String p : paths) { threads.add(Thread.startVirtualThread(() -> { try { answers.put(p, api.get(p)); } catch (IOException | InterruptedException e) { /* none */ } })); }
Thread timer = Thread.startVirtualThread(() -> { try { if (!new CountDownLatch(1).await(deadline.toNanos(), TimeUnit.NANOSECONDS)) { timeUp.set(true); caller.interrupt(); } } catch (InterruptedException e) { /* all are there */ } });
boolean interrupted = false;
for (Thread t : threads) { while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { interrupted = true; threads.forEach(Thread::interrupt); } } }
timer.interrupt(); while (timer.isAlive()) { try { timer.join(); } catch (InterruptedException e) { interrupted = true; } }
if (interrupted && !timeUp.get()) { throw new InterruptedException(); }
if (interrupted) { Thread.currentThread().interrupt(); }
var result = new LinkedHashMap<String, String>(); for (String p : paths) { String a = answers.get(p); if (a != null) { result.put(p, a); } } return result;
}

}
