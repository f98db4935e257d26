// Mistake: removing by index in a counting loop passes over the task behind the removed one.
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        List<Turn> running = new ArrayList<>(tasks);
        List<RuntimeException> failures = new ArrayList<>();
        while (!running.isEmpty()) {
            for (int i = 0; i < running.size(); i++) {
                if (!hasMore(running.get(i), failures)) {
                    running.remove(i);
                }
            }
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
