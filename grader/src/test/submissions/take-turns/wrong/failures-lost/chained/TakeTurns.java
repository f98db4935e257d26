// Mistake: each failure is hung on the one before it, so the first carries only the second.
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        ArrayDeque<Turn> waiting = new ArrayDeque<>(tasks);
        List<RuntimeException> failures = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Turn task = waiting.poll();
            try {
                if (task.step()) {
                    waiting.add(task);
                }
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }

        for (int i = 1; i < failures.size(); i++) {
            failures.get(i - 1).addSuppressed(failures.get(i));
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
