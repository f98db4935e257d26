// Mistake: the failures are kept in a field, where the next call finds them.
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    private final List<RuntimeException> failures = new ArrayList<>();

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        ArrayDeque<Turn> waiting = new ArrayDeque<>(tasks);
        while (!waiting.isEmpty()) {
            Turn task = waiting.poll();
            try {
                if (task.step()) {
                    waiting.add(task);
                }
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.getFirst();
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
