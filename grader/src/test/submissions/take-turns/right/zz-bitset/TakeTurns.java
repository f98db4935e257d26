// Idea: a bit for each
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var open = new BitSet(); open.set(0, tasks.size()); var failures = new ArrayList<RuntimeException>();
while (!open.isEmpty()) { for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) { boolean more = false; try { more = tasks.get(i).step(); } catch (RuntimeException e) { failures.add(e); } open.set(i, more); } }
failures.stream().reduce((a, b) -> { a.addSuppressed(b); return a; }).ifPresent(e -> { throw e; });
}

}
