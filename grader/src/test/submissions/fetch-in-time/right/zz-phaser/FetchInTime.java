// Idea: a phaser that waits so long
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }

var answers = new ConcurrentHashMap<String, String>(); var phaser = new Phaser(1); var threads = new ArrayList<Thread>();
for (String p : paths) { phaser.register(); threads.add(Thread.ofVirtual().start(() -> { try { answers.put(p, api.get(p)); } catch (IOException | InterruptedException e) { /* no entry */ } finally { phaser.arriveAndDeregister(); } })); }
boolean interrupted = false;
try { int phase = phaser.arrive(); phaser.awaitAdvanceInterruptibly(phase, deadline.toNanos(), TimeUnit.NANOSECONDS); } catch (TimeoutException e) { /* with what is there */ } catch (InterruptedException e) { interrupted = true; }
threads.forEach(Thread::interrupt);
for (Thread t : threads) { while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { interrupted = true; } } }
if (interrupted) { throw new InterruptedException(); }
var result = new LinkedHashMap<String, String>(); paths.forEach(p -> { String a = answers.get(p); if (a != null) { result.put(p, a); } }); return result;
}

}
