// Mistake: a gatherer runs the tasks on virtual threads, without a word of threads in the code.
package twostoves.concurrency;

import java.util.List;
import java.util.stream.Gatherers;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        tasks.stream()
                .gather(Gatherers.mapConcurrent(Math.max(1, tasks.size()), task -> {
                    while (task.step()) {}
                    return task;
                }))
                .toList();
    }
}
