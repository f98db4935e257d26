// Mistake: a new round begins when a task ends
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var left = new ArrayList<Turn>(tasks); RuntimeException first = null;
outer: while (!left.isEmpty()) { for (Turn t : left) { boolean more = false; try { more = t.step(); } catch (RuntimeException e) { first = join(first, e); } if (!more) { left.remove(t); continue outer; } } }
if (first != null) { throw first; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
}
