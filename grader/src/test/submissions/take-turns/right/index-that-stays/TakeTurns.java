// Idea: an index that only moves on when nothing was removed under it.
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
        int next = 0;
        while (!running.isEmpty()) {
            if (hasMore(running.get(next), failures)) {
                next++;
            } else {
                running.remove(next);
            }
            if (next >= running.size()) {
                next = 0;
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
