// Mistake: suppressed twice
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var queue = new ArrayDeque<Turn>(tasks); var failures = new ArrayList<RuntimeException>();
while (!queue.isEmpty()) { Turn t = queue.poll(); try { if (t.step()) { queue.add(t); } } catch (RuntimeException e) { failures.forEach(f -> f.addSuppressed(e)); failures.add(e); failures.getFirst().addSuppressed(e == failures.getFirst() ? new RuntimeException("first") : e); } }
if (!failures.isEmpty()) { throw failures.getFirst(); }
}

}
