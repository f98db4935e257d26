// Idea: the winner interrupts the caller, who clears the flag
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

@Override
public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(api); if (mirrors.isEmpty()) { throw new IllegalArgumentException("no mirrors"); }

Thread caller = Thread.currentThread(); var winner = new AtomicReference<String>(); var failures = new ConcurrentLinkedQueue<IOException>();
var threads = mirrors.stream().map(m -> Thread.ofVirtual().unstarted(() -> { try { if (winner.compareAndSet(null, api.get(m))) { caller.interrupt(); } } catch (IOException e) { failures.add(e); } catch (InterruptedException e) { /* lost */ } })).toList();
threads.forEach(Thread::start); boolean interrupted = false;
for (Thread t : threads) { while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { interrupted = true; threads.forEach(Thread::interrupt); } } }
if (winner.get() != null) { Thread.interrupted(); return winner.get(); }
if (interrupted) { throw new InterruptedException(); }
IOException all = new IOException("none"); failures.forEach(all::addSuppressed); throw all;
}

}
