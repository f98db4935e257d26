package twostoves.concurrency;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

/**
 * Exercise 2 with an iterator that goes round the list and takes out whoever has ended.
 *
 * <p>Prefer it where the rounds themselves matter, for instance because something is to happen between two of them.
 * {@link Iterator#remove} is the one safe way to take an element out of a list while walking through it: with indices,
 * the element behind the removed one is passed over.
 */
public final class TakeTurnsWithIterator implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        // a linked list takes an element out of its middle at no cost, once the iterator is there
        var running = new LinkedList<Turn>(tasks);
        var failures = new ArrayList<RuntimeException>();
        while (!running.isEmpty()) {
            for (Iterator<Turn> round = running.iterator(); round.hasNext(); ) {
                if (!hasMore(round.next(), failures)) {
                    round.remove();
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
        } catch (RuntimeException failure) {
            failures.add(failure);
            return false;
        }
    }
}
