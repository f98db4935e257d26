// Mistake: the tasks of a round are stepped at the same time, in a parallel stream.
package twostoves.concurrency;

import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        List<Turn> running = List.copyOf(tasks);
        while (!running.isEmpty()) {
            running = running.parallelStream().filter(Turn::step).toList();
        }
    }
}
