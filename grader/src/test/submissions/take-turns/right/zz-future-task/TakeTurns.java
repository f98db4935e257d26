// Idea: a FutureTask, run on the spot, catches what comes
package twostoves.concurrency;

import java.util.LinkedList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

Queue<Turn> queue = new LinkedList<>(tasks); RuntimeException first = null;
while (!queue.isEmpty()) { Turn t = queue.remove(); var slice = new FutureTask<Boolean>(t::step); slice.run();
 if (slice.state() == Future.State.SUCCESS) { if (slice.resultNow()) { queue.add(t); } } else { first = join(first, (RuntimeException) slice.exceptionNow()); } }
if (first != null) { throw first; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
}
