// Idea: the last failure ends the wait
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

@Override
public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(api); if (mirrors.isEmpty()) { throw new IllegalArgumentException("no mirrors"); }

var lock = new ReentrantLock(); Condition changed = lock.newCondition(); var answers = new ArrayList<String>(); var failures = new ArrayList<IOException>(); var threads = new ArrayList<Thread>();
for (String m : mirrors) { threads.add(Thread.startVirtualThread(() -> { String a = null; IOException f = null; try { a = api.get(m); } catch (IOException e) { f = e; } catch (InterruptedException e) { return; } lock.lock(); try { if (f == null) { answers.add(a); } else { failures.add(f); } changed.signalAll(); } finally { lock.unlock(); } })); }
try { lock.lockInterruptibly(); try { while (answers.isEmpty() && failures.size() < mirrors.size()) { changed.await(); } } finally { lock.unlock(); } }
finally { threads.forEach(Thread::interrupt); boolean again = false; for (Thread t : threads) { while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { again = true; } } } if (again) { Thread.currentThread().interrupt(); } }
if (!answers.isEmpty()) { return answers.getFirst(); }
IOException all = new IOException("none"); failures.forEach(all::addSuppressed); throw all;
}

}
