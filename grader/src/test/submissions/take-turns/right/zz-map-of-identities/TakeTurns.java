// Idea: tasks in a linked map
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var left = new LinkedHashSet<Turn>(tasks); var failures = new ArrayList<RuntimeException>();
while (!left.isEmpty()) { for (Turn t : List.copyOf(left)) { boolean more = false; try { more = t.step(); } catch (RuntimeException e) { failures.add(e); } finally { if (!more) { left.remove(t); } } } }
RuntimeException all = null; for (RuntimeException e : failures) { all = join(all, e); }
if (all != null) { throw all; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
}
