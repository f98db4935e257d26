// Mistake: a failure leaves the flag of the caller set
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

@Override
public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);

Thread caller = Thread.currentThread(); int n = paths.size(); var answers = new String[n]; var failures = new ConcurrentLinkedQueue<IOException>(); var threads = new ArrayList<Thread>(); var failed = new AtomicBoolean();
for (int i = 0; i < n; i++) { int at = i; threads.add(Thread.startVirtualThread(() -> { try { answers[at] = api.get(paths.get(at)); } catch (IOException e) { failures.add(e); if (failed.compareAndSet(false, true)) { caller.interrupt(); } } catch (InterruptedException e) { /* called off */ } })); }
boolean interrupted = false;
for (Thread t : threads) { while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { interrupted = true; threads.forEach(Thread::interrupt); } } }
if (interrupted) { Thread.currentThread().interrupt(); }
IOException first = failures.poll(); if (first != null) { failures.forEach(first::addSuppressed); throw first; }
if (interrupted) { throw new InterruptedException(); } return Arrays.asList(answers);
}

}
