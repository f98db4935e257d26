// Idea: a method does one round and calls itself with those that have more to do.
package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        List<RuntimeException> failures = new ArrayList<>();
        rounds(new ArrayList<>(tasks), failures);
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

    private static void rounds(List<Turn> running, List<RuntimeException> failures) {
        if (running.isEmpty()) {
            return;
        }
        List<Turn> next = new ArrayList<>();
        for (Turn task : running) {
            if (hasMore(task, failures)) {
                next.add(task);
            }
        }
        rounds(next, failures);
    }
}
