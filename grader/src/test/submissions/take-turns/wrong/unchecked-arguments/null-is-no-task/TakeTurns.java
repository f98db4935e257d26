// Mistake: a null list is taken for an empty one.
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        if (tasks == null) {
            return;
        }
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
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }
}
