// Idea: the caller parks
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

@Override
public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(api); if (mirrors.isEmpty()) { throw new IllegalArgumentException("no mirrors"); }

Thread caller = Thread.currentThread(); var winner = new AtomicReference<String>(); var failures = new ConcurrentLinkedQueue<IOException>();
var threads = mirrors.stream().map(m -> Thread.startVirtualThread(() -> { try { winner.compareAndSet(null, api.get(m)); } catch (IOException e) { failures.add(e); } catch (InterruptedException e) { return; } LockSupport.unpark(caller); })).toList();
boolean interrupted = false;
while (winner.get() == null && failures.size() < mirrors.size() && !interrupted) { LockSupport.park(winner); interrupted = Thread.interrupted(); }
threads.forEach(Thread::interrupt);
for (Thread t : threads) { while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { interrupted = true; } } }
if (interrupted) { throw new InterruptedException(); }
if (winner.get() == null) { IOException all = new IOException(); failures.forEach(all::addSuppressed); throw all; } return winner.get();
}

}
