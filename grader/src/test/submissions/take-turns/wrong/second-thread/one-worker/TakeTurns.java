// Mistake: the right rounds, on a thread of their own for which the caller waits.
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        List<? extends Turn> copy = List.copyOf(tasks);
        Thread worker = Thread.ofPlatform().start(() -> rounds(copy));
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rounds(List<? extends Turn> tasks) {
        ArrayDeque<Turn> waiting = new ArrayDeque<>(tasks);
        List<RuntimeException> failures = new ArrayList<>();
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
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }
}
