// Idea: a class of its own keeps the queue and the first failure, and errors are kept like failures.
package twostoves.concurrency;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        Round round = new Round(new ArrayDeque<>(tasks));
        while (round.goesOn()) {
            round.next();
        }
        round.report();
    }

    private static final class Round {
        private final Queue<Turn> waiting;
        private Throwable first;

        Round(Queue<Turn> waiting) {
            this.waiting = waiting;
        }

        boolean goesOn() {
            return !waiting.isEmpty();
        }

        void next() {
            Turn task = waiting.remove();
            boolean more = false;
            try {
                more = task.step();
            } catch (Throwable e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            } finally {
                if (more) {
                    waiting.add(task);
                }
            }
        }

        void report() {
            switch (first) {
                case null -> {}
                case Error e -> throw e;
                case RuntimeException e -> throw e;
                default -> throw new IllegalStateException(first);
            }
        }
    }
}
