// Idea: each round filters the tasks of the last one through a step.
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        List<RuntimeException> failures = new ArrayList<>();
        List<Turn> running = List.copyOf(tasks);
        while (!running.isEmpty()) {
            running = running.stream().filter(task -> hasMore(task, failures)).toList();
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private static boolean hasMore(Turn task, List<RuntimeException> failures) {
        try {
            return task.step();
        } catch (RuntimeException e) {
            failures.add(e);
            return false;
        }
    }
}
