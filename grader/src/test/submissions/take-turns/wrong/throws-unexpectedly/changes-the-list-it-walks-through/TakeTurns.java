// Mistake: a for-each loop over a list from which its body removes.
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
            for (Turn task : running) {
                if (!hasMore(task, failures)) {
                    running.remove(task);
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
