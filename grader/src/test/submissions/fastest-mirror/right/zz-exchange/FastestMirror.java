// Idea: a synchronous hand-over
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.SynchronousQueue;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

@Override
public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(api); if (mirrors.isEmpty()) { throw new IllegalArgumentException("no mirrors"); }

var outcomes = new SynchronousQueue<Object>(); var threads = mirrors.stream().map(m -> Thread.ofPlatform().daemon().start(() -> { try { Object o; try { o = api.get(m); } catch (IOException e) { o = e; } outcomes.put(o); } catch (InterruptedException e) { /* lost */ } })).toList();
IOException all = new IOException("none"); boolean interrupted = false; String winner = null;
try { for (int i = 0; i < threads.size() && winner == null; i++) { switch (outcomes.take()) { case IOException e -> all.addSuppressed(e); case Object o -> winner = (String) o; } } } catch (InterruptedException e) { interrupted = true; }
threads.forEach(Thread::interrupt);
for (Thread t : threads) { while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { interrupted = true; } } }
if (interrupted) { throw new InterruptedException(); }
if (winner == null) { throw all; } return winner;
}

}
