// Mistake: failures of one kind are kept once
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var queue = new ArrayDeque<Turn>(tasks); Map<Class<?>, RuntimeException> failures = new LinkedHashMap<>();
while (!queue.isEmpty()) { Turn t = queue.poll(); try { if (t.step()) { queue.add(t); } } catch (RuntimeException e) { failures.putIfAbsent(e.getClass(), e); } }
RuntimeException first = null; for (RuntimeException e : failures.values()) { first = join(first, e); }
if (first != null) { throw first; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
}
