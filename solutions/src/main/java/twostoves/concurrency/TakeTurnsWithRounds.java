package twostoves.concurrency;

import java.util.ArrayList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

/**
 * Exercise 2 round by round: each round makes the list for the next one.
 *
 * <p>Prefer it where tasks may join between two rounds: whoever is to come in is added to the next list, and no list
 * changes while it is being walked through. An event loop does the same with what happens during a pass.
 */
public final class TakeTurnsWithRounds implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        var failures = new ArrayList<RuntimeException>();
        List<Turn> round = List.copyOf(tasks);
        while (!round.isEmpty()) {
            var next = new ArrayList<Turn>();
            for (Turn task : round) {
                try {
                    if (task.step()) {
                        next.add(task);
                    }
                } catch (RuntimeException failure) {
                    failures.add(failure);
                }
            }
            round = next;
        }
        failures.stream().reduce(TakeTurnsWithRounds::suppressing).ifPresent(first -> {
            throw first;
        });
    }

    private static RuntimeException suppressing(RuntimeException first, RuntimeException later) {
        first.addSuppressed(later);
        return first;
    }
}
