package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

/**
 * The reference for exercise 2: a queue. Whoever is at its head gets a turn, and goes to the back if more remains.
 *
 * <p>This is round-robin scheduling as operating systems do it, except that they take the core away after a slice, where
 * these tasks give way by themselves.
 */
public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        var waiting = new ArrayDeque<Turn>(tasks);
        RuntimeException first = null;
        while (!waiting.isEmpty()) {
            Turn task = waiting.remove();
            try {
                if (task.step()) {
                    waiting.add(task);
                }
            } catch (RuntimeException failure) {
                // Kept until the end: a failure is no reason for the others to stop. The task is not queued again.
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
