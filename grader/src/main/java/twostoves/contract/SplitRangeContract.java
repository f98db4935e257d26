package twostoves.contract;

import java.util.List;
import twostoves.kit.Range;

/**
 * Exercise 12, {@code split-range}: cut a range of numbers into chunks that can be worked on side by side.
 *
 * <p>Pure arithmetic, no threads: what parallel work starts from, and where most of its bugs come from.
 */
public interface SplitRangeContract {

    /**
     * Splits a range into at most {@code parts} chunks.
     *
     * <ul>
     *   <li>The chunks cover {@code whole} exactly, in ascending order: the first starts at {@code whole.from()}, each next
     *       one starts where the one before ends, and the last ends at {@code whole.to()}.
     *   <li>No chunk is empty. There are {@code parts} chunks, or one for each number where there are fewer numbers than
     *       that; an empty range gives an empty list.
     *   <li>The sizes of any two chunks differ by at most 1.
     * </ul>
     *
     * @param whole the numbers to split, anywhere between {@link Long#MIN_VALUE} and {@link Long#MAX_VALUE}; its
     *     {@linkplain Range#size() size} fits in a {@code long}
     * @param parts how many chunks to make; at least 1
     * @return the chunks, in ascending order; a list of its own for each call
     * @throws IllegalArgumentException if {@code parts} is less than 1
     * @throws NullPointerException if {@code whole} is null
     */
    List<Range> split(Range whole, int parts);
}
