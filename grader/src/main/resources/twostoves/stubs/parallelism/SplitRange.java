package twostoves.parallelism;

import java.util.List;
import twostoves.contract.SplitRangeContract;
import twostoves.kit.Range;
import twostoves.kit.Todo;

/**
 * Exercise 12: cut a range into chunks of equal size, to within one.
 *
 * <p>What is asked is in {@link SplitRangeContract}; the page is {@code docs/exercises/split-range.md}. Grade it with
 * {@code mvn test -Dkata=split-range}.
 */
public final class SplitRange implements SplitRangeContract {

    @Override
    public List<Range> split(Range whole, int parts) {
        throw new Todo();
    }
}
