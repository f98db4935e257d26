// Mistake: rounds go on over the whole list until a round in which nobody has more to do.
package twostoves.concurrency;

import java.util.List;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.Turn;

public final class TakeTurns implements TakeTurnsContract {

    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        boolean more = true;
        while (more) {
            more = false;
            for (Turn task : tasks) {
                more |= task.step();
            }
        }
    }
}
