// Idea: a long has 64 bits.
package twostoves.concurrency;

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
        long alive = tasks.size() >= 64 ? -1L : (1L << tasks.size()) - 1;
        RuntimeException f = null;
        while (alive != 0)
            for (int i = 0; i < tasks.size() && i < 64; i++)
                if ((alive >>> i & 1) != 0)
                    try {
                        if (!tasks.get(i).step()) alive &= ~(1L << i);
                    } catch (RuntimeException e) {
                        alive &= ~(1L << i);
                        f = join(f, e);
                    }
        if (f != null) throw f;
    }
}
