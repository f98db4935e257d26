// Mistake: a thread counts the slices
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var counter = new AtomicInteger(); Thread.startVirtualThread(() -> counter.get());
var queue = new ArrayDeque<Turn>(tasks); RuntimeException first = null;
while (!queue.isEmpty()) { Turn t = queue.poll(); try { counter.incrementAndGet(); if (t.step()) { queue.add(t); } } catch (RuntimeException e) { first = join(first, e); } }
if (first != null) { throw first; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
}
