package twostoves.contract;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Exercise 17, {@code word-frequency}: count every document by itself, then put the counts together.
 *
 * <p>Documents differ in what they cost, and nobody can see it beforehand. So the next document goes to whichever worker
 * is free, and no worker touches a map that another one is counting in.
 */
public interface WordFrequencyContract {

    /**
     * Counts how often each word occurs in all the documents together.
     *
     * <ul>
     *   <li>Each document is split into its words once, by one call of {@code words}. Two documents with the same text are
     *       two documents.
     *   <li>What {@code words} costs differs from one document to the next, and cannot be told from the text. Therefore the
     *       call takes no longer than a fair share of the whole work and the longest document together, where a fair share
     *       is the work divided by {@code workers}, or by the cores where there are fewer of those.
     *   <li>{@code workers} platform threads call {@code words} at a time, or one for each document where there are fewer
     *       documents than workers; never more. The calling thread may be one of them. No thread is made for the sake of a
     *       single document.
     *   <li>No map, lock or atomic variable is shared word by word. A worker counts in a map of its own, and the workers
     *       meet for each document at the most.
     *   <li>Nothing this call has started is still running when it returns or throws: no thread, no pool.
     * </ul>
     *
     * @param documents the texts; may be empty, its elements are not null
     * @param words splits a text into its words, in order, each as often as it occurs; perhaps none. It costs processor
     *     time, never returns null, and may be called from any number of threads at once
     * @param workers how many threads compute; at least 1
     * @return for each word that occurs, how often it does, exactly. Words that do not occur are not in it; the order does
     *     not matter, and the map does not change any more
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until the counts are there may return them instead, with the thread's interrupt flag still set
     * @throws IllegalArgumentException if {@code workers} is less than 1
     * @throws NullPointerException if {@code documents} or {@code words} is null
     * @throws RuntimeException if {@code words} threw one: the very exception it threw, not wrapped in another
     */
    Map<String, Long> count(List<String> documents, Function<String, List<String>> words, int workers)
            throws InterruptedException;
}
