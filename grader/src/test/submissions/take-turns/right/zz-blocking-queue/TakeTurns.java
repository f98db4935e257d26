// Idea: a queue for threads, used by one
package twostoves.concurrency;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var queue = new LinkedBlockingQueue<Turn>(tasks); RuntimeException first = null;
for (Turn t = queue.poll(); t != null; t = queue.poll()) { try { if (t.step()) { queue.add(t); } } catch (RuntimeException e) { first = join(first, e); } }
if (first != null) { throw first; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
}
