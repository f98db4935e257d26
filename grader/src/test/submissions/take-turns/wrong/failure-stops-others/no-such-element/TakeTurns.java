// Mistake: an exception of a task is taken for the end of the queue
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var queue = new ArrayDeque<Turn>(tasks); RuntimeException first = null;
while (true) { try { Turn t = queue.remove(); if (t.step()) { queue.add(t); } } catch (NoSuchElementException e) { break; } catch (RuntimeException e) { first = join(first, e); } }
if (first != null) { throw first; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
}
