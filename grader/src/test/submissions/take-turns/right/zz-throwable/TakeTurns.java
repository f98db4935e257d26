// Idea: catches all and throws on
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var queue = new ArrayDeque<Turn>(tasks); Throwable first = null;
while (!queue.isEmpty()) { Turn t = queue.poll(); try { if (t.step()) { queue.add(t); } } catch (Throwable e) { if (first == null) { first = e; } else { first.addSuppressed(e); } } }
if (first instanceof RuntimeException e) { throw e; } if (first instanceof Error e) { throw e; }
}

}
