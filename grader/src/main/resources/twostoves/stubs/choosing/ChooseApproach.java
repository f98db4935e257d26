package twostoves.choosing;

import twostoves.contract.ChooseApproachContract;
import twostoves.kit.Approach;
import twostoves.kit.Todo;
import twostoves.kit.Workload;

/**
 * Exercise 25: choose the way that is good enough and takes the fewest threads.
 *
 * <p>What is asked is in {@link ChooseApproachContract}; the page is {@code docs/exercises/choose-approach.md}. Grade it with
 * {@code mvn test -Dkata=choose-approach}.
 */
public final class ChooseApproach implements ChooseApproachContract {

    @Override
    public Approach choose(Workload work, int cores) {
        throw new Todo();
    }
}
