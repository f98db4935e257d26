// Idea: ordered by round and place
package twostoves.concurrency;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

record Entry(int round, int place, Turn task) {}
var queue = new PriorityQueue<Entry>(Comparator.comparingInt(Entry::round).thenComparingInt(Entry::place));
for (int i = 0; i < tasks.size(); i++) { queue.add(new Entry(0, i, tasks.get(i))); }
RuntimeException first = null;
while (!queue.isEmpty()) { Entry e = queue.poll(); try { if (e.task.step()) { queue.add(new Entry(e.round + 1, e.place, e.task)); } } catch (RuntimeException x) { first = join(first, x); } }
if (first != null) { throw first; }
}

private static RuntimeException join(RuntimeException first, RuntimeException next) {
 if (first == null) { return next; }
 first.addSuppressed(next);
 return first;
}
}
