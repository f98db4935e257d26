// Idea: the caller parks until it is woken
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

@Override
public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);

int n = paths.size(); var answers = new String[n]; var failures = new ConcurrentLinkedQueue<IOException>(); var open = new AtomicInteger(n); Thread caller = Thread.currentThread(); var threads = new ArrayList<Thread>();
for (int i = 0; i < n; i++) { int at = i; threads.add(Thread.startVirtualThread(() -> { try { answers[at] = api.get(paths.get(at)); } catch (IOException e) { failures.add(e); } catch (InterruptedException e) { /* called off */ } open.decrementAndGet(); LockSupport.unpark(caller); })); }
boolean interrupted = false;
while (open.get() > 0 && failures.isEmpty()) { LockSupport.park(this); if (Thread.interrupted()) { interrupted = true; break; } }
for (Thread t : threads) { t.interrupt(); }
for (Thread t : threads) { boolean ended = false; while (!ended) { try { t.join(); ended = true; } catch (InterruptedException e) { interrupted = true; } } }
if (interrupted) { throw new InterruptedException("interrupted"); }
IOException first = failures.poll(); if (first != null) { failures.forEach(first::addSuppressed); throw first; }
return Arrays.asList(answers);
}

}
