package twostoves.concurrency;

import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Todo;
import twostoves.kit.Turn;

/**
 * Exercise 2: keep several tasks going on one thread, a slice at a time.
 *
 * <p>What is asked is in {@link TakeTurnsContract}; the page is {@code docs/exercises/take-turns.md}. Grade it with
 * {@code mvn test -Dkata=take-turns}.
 */
public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        throw new Todo();
    }
}
