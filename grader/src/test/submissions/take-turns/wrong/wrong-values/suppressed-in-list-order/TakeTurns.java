// Mistake: the others are suppressed in the order of the list
package twostoves.concurrency;

import java.util.BitSet;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var failures = new RuntimeException[tasks.size()]; RuntimeException first = null;
var open = new BitSet(); open.set(0, tasks.size());
while (!open.isEmpty()) { for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) { try { open.set(i, tasks.get(i).step()); } catch (RuntimeException e) { open.clear(i); failures[i] = e; if (first == null) { first = e; } } } }
for (RuntimeException e : failures) { if (e != null && e != first) { first.addSuppressed(e); } }
if (first != null) { throw first; }
}

}
