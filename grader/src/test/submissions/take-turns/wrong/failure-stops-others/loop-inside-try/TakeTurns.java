// Mistake: the whole loop stands inside the try, so the first failure ends it.
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        ArrayDeque<Turn> waiting = new ArrayDeque<>(tasks);
        RuntimeException failure = null;
        try {
            while (!waiting.isEmpty()) {
                Turn task = waiting.poll();
                if (task.step()) {
                    waiting.add(task);
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
        if (failure != null) {
            throw failure;
        }
    }
}
