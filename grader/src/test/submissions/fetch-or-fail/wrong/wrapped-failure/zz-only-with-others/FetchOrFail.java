// Mistake: several failures are summed up
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

@Override
public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
int n = paths.size(); var answers = new String[n]; var failures = new ConcurrentLinkedQueue<IOException>(); var latch = new CountDownLatch(n); var failed = new AtomicBoolean();
var threads = new ArrayList<Thread>();
for (int i = 0; i < n; i++) { int at = i; threads.add(Thread.startVirtualThread(() -> { try { answers[at] = api.get(paths.get(at)); latch.countDown(); } catch (IOException e) { failures.add(e); while (latch.getCount() > 0) { latch.countDown(); } } catch (InterruptedException e) { /* called off */ } })); }
boolean interrupted = false;
try { latch.await(); } catch (InterruptedException e) { interrupted = true; }
threads.forEach(Thread::interrupt);
for (Thread t : threads) { while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { interrupted = true; } } }
if (interrupted) { throw new InterruptedException(); }
if (failures.size() == 1) { throw failures.poll(); } if (!failures.isEmpty()) { IOException all = new IOException("several failed", failures.peek()); failures.forEach(all::addSuppressed); throw all; }
return Arrays.asList(answers);
}

}
