// Mistake: a stream made parallel through its spliterator steps a whole round at once.
package twostoves.concurrency;

import java.util.List;
import java.util.stream.StreamSupport;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        List<Turn> running = List.copyOf(tasks);
        while (!running.isEmpty()) {
            running = StreamSupport.stream(running.spliterator(), true)
                    .filter(Turn::step)
                    .toList();
        }
    }
}
