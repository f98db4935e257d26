// Mistake: each task gets as many turns as the longest.
package twostoves.concurrency;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        Set<Turn> ended = new HashSet<>();
        while (ended.size() < tasks.size()) {
            for (Turn task : tasks) {
                if (!task.step()) {
                    ended.add(task);
                }
            }
        }
    }
}
