// Mistake: a task that fails is removed, and the next one is skipped
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var left = new ArrayList<Turn>(tasks); RuntimeException first = null;
while (!left.isEmpty()) { for (int i = 0; i < left.size(); i++) { try { if (!left.get(i).step()) { left.remove(i--); } } catch (RuntimeException e) { left.remove(i); first = join(first, e); } } }
if (first != null) { throw first; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
}
