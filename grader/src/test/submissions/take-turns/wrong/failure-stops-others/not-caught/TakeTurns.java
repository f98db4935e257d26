// Mistake: an exception of one task leaves the loop, and with it all the others.
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
            if (task.step()) {
                waiting.add(task);
            }
        }
    }
}
