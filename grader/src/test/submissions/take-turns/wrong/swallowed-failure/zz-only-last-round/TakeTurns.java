// Mistake: only failures of the last round come out
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

List<Turn> left = new ArrayList<>(tasks); RuntimeException first = null;
while (!left.isEmpty()) { first = null; var next = new ArrayList<Turn>(); for (Turn t : left) { try { if (t.step()) { next.add(t); } } catch (RuntimeException e) { first = join(first, e); } } left = next; }
if (first != null) { throw first; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
}
