// Idea: remembers one failure of each round.
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        Objects.requireNonNull(tasks);
        var l = new ArrayList<Turn>(tasks);
        RuntimeException f = null;
        while (!l.isEmpty()) {
            var n = new ArrayList<Turn>();
            RuntimeException r = null;
            for (Turn t : l)
                try {
                    if (t.step()) n.add(t);
                } catch (RuntimeException e) {
                    if (r == null) r = e;
                }
            if (r != null) {
                if (f == null) f = r;
                else f.addSuppressed(r);
            }
            l = n;
        }
        if (f != null) throw f;
    }
}
