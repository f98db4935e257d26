// Mistake: the queue is a field, and a field keeps what was left
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

round++; var queue = new ArrayDeque<Turn>(tasks); RuntimeException first = null;
if (round > 1 && !tasks.isEmpty()) { queue.clear(); }
while (!queue.isEmpty()) { Turn t = queue.poll(); try { if (t.step()) { queue.add(t); } } catch (RuntimeException e) { first = join(first, e); } }
if (first != null) { throw first; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
private int round;
}
