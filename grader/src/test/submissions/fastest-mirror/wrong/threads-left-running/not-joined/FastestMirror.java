// Mistake: losers are interrupted and not awaited
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

@Override
public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(api); if (mirrors.isEmpty()) { throw new IllegalArgumentException("no mirrors"); }
record Outcome(String answer, IOException failure) {}
var outcomes = new LinkedBlockingQueue<Outcome>(); var threads = new ArrayList<Thread>(); IOException all = new IOException("none"); String winner = null;
for (String m : mirrors) { threads.add(Thread.startVirtualThread(() -> { try { outcomes.add(new Outcome(api.get(m), null)); } catch (IOException e) { outcomes.add(new Outcome(null, e)); } catch (InterruptedException e) { /* lost */ } })); }
try { for (int i = 0; i < mirrors.size() && winner == null; i++) { Outcome o = outcomes.take(); winner = o.answer; if (o.failure != null) { all.addSuppressed(o.failure); } } } finally { threads.forEach(Thread::interrupt);  }
if (winner == null) { throw all; } return winner;
}

}
