// Mistake: the shortest first
package twostoves.concurrency;

import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

RuntimeException first = null;
for (Turn t : tasks) { try { boolean more; do { more = t.step(); } while (more); } catch (RuntimeException e) { first = join(first, e); } }
if (first != null) { throw first; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
}
