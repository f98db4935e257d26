// Idea: an array whose slots become null; a count says how many still run.
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        Turn[] slots = tasks.toArray(Turn[]::new);
        List<RuntimeException> failures = new ArrayList<>();
        for (int running = slots.length, i = 0; running > 0; i = (i + 1) % slots.length) {
            if (slots[i] != null && !hasMore(slots[i], failures)) {
                slots[i] = null;
                running--;
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
