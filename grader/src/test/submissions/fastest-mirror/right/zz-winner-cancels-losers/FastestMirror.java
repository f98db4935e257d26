// Idea: the winner interrupts the losers itself
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

@Override
public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(api); if (mirrors.isEmpty()) { throw new IllegalArgumentException("no mirrors"); }

var winner = new AtomicReference<String>(); var failures = new ConcurrentLinkedQueue<IOException>(); var threads = new CopyOnWriteArrayList<Thread>(); var go = new CountDownLatch(1);
for (String m : mirrors) { threads.add(Thread.ofVirtual().unstarted(() -> { try { String a = api.get(m); if (winner.compareAndSet(null, a)) { for (Thread t : threads) { if (t != Thread.currentThread()) { t.interrupt(); } } } } catch (IOException e) { failures.add(e); } catch (InterruptedException e) { /* lost */ } })); }
threads.forEach(Thread::start);
boolean interrupted = false;
for (Thread t : threads) { while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { interrupted = true; threads.forEach(Thread::interrupt); } } }
if (interrupted) { throw new InterruptedException(); }
if (winner.get() != null) { return winner.get(); }
IOException all = new IOException("none"); failures.forEach(all::addSuppressed); throw all;
}

}
