// Idea: an array of flags says who has ended; rounds go by index over the list.
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        boolean[] ended = new boolean[tasks.size()];
        List<RuntimeException> failures = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < ended.length; i++) {
                if (!ended[i]) {
                    ended[i] = !hasMore(tasks.get(i), failures);
                    more |= !ended[i];
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
