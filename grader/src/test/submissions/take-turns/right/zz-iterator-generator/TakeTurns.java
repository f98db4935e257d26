// Idea: a generator
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

@Override
public void takeTurns(List<? extends Turn> tasks) {

var failures = new ArrayList<RuntimeException>();
Stream.iterate(List.<Turn>copyOf(tasks), l -> !l.isEmpty(), l -> { var next = new ArrayList<Turn>(); for (Turn t : l) { try { if (t.step()) { next.add(t); } } catch (RuntimeException e) { failures.add(e); } } return List.copyOf(next); }).forEach(l -> {});
if (!failures.isEmpty()) { RuntimeException f = failures.getFirst(); failures.stream().skip(1).forEach(f::addSuppressed); throw f; }
}

}
