// Mistake: several failures are wrapped
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
while (!queue.isEmpty()) { Turn t = queue.poll(); try { if (t.step()) { queue.add(t); } } catch (RuntimeException e) { failures.add(e); } }
if (failures.size() == 1) { throw failures.getFirst(); }
if (!failures.isEmpty()) { var all = new RuntimeException("several tasks failed", failures.getFirst()); failures.forEach(all::addSuppressed); throw all; }
}

}
