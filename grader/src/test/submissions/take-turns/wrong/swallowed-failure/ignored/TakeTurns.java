// Mistake: a task that fails is dropped without a word.
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        ArrayDeque<Turn> waiting = new ArrayDeque<>(tasks);
        while (!waiting.isEmpty()) {
            Turn task = waiting.poll();
            try {
                if (task.step()) {
                    waiting.add(task);
                }
            } catch (RuntimeException e) {
                // it will not be called again
            }
        }
    }
}
