// Mistake: who has more to do is put back at the front, so it is always the same one.
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
                    waiting.push(task);
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
