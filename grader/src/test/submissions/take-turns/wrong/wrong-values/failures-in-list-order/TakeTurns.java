// Idea: collects the failures in the order of the tasks.
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {
    static RuntimeException join(RuntimeException a, RuntimeException b) {
        if (a == null) return b;
        a.addSuppressed(b);
        return a;
    }

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        Objects.requireNonNull(tasks);
        var fs = new LinkedHashMap<Turn, RuntimeException>();
        for (Turn t : tasks) fs.put(t, null);
        var q = new ArrayDeque<Turn>(tasks);
        while (!q.isEmpty()) {
            Turn t = q.remove();
            try {
                if (t.step()) q.add(t);
            } catch (RuntimeException e) {
                fs.put(t, e);
            }
        }
        RuntimeException f = null;
        for (var e : fs.values()) if (e != null) f = join(f, e);
        if (f != null) throw f;
    }
}
