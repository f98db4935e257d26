// Mistake: a thread for each task, so that the threads take turns and not the tasks.
package twostoves.concurrency;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        Objects.requireNonNull(tasks);
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, tasks.size()))) {
            for (Turn task : tasks) {
                executor.execute(() -> {
                    while (task.step()) {}
                });
            }
        }
    }
}
