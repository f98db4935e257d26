// Mistake: the failures are collected before the others have ended
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
IOException first = failures.poll(); if (first != null) { failures.forEach(first::addSuppressed); }
threads.forEach(Thread::interrupt);
for (Thread t : threads) { while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { interrupted = true; } } }
if (interrupted) { throw new InterruptedException(); }
if (first != null) { throw first; }
return Arrays.asList(answers);
}

}
