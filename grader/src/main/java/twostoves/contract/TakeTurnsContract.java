package twostoves.contract;

import java.util.List;
import twostoves.kit.Turn;

/**
 * Exercise 2, {@code take-turns}: one thread keeps several tasks going.
 *
 * <p>Concurrency needs neither a second core nor a second thread. Each task gives way after a slice, and the next one gets
 * its turn: T1 T2 T3 T1 T2 T3. Schedulers of operating systems do it, and so does the event loop of a browser.
 */
public interface TakeTurnsContract {

    /**
     * Runs all tasks to their ends, a slice at a time, round after round, on the calling thread.
     *
     * <ul>
     *   <li>In each round every task that has not ended gets one call of {@link Turn#step}, in the order of the list.
     *   <li>A task ends when {@code step} returns false or throws. It then leaves the round: it is not called again, and the
     *       others go on in the same order as before.
     *   <li>{@code step} is called by the thread that called this method, and by no other. No thread is started, and
     *       nothing is used that might start one: no executor, no {@code CompletableFuture}, no parallel stream.
     *   <li>A task that fails stops no other. When all tasks have ended, the first failure is thrown.
     *   <li>Each call is for itself: nothing of it shows in the next one.
     * </ul>
     *
     * @param tasks the tasks, in any number, without null elements and no task twice; not modified, and perhaps
     *     unmodifiable. If there are none, there is nothing to do
     * @throws RuntimeException if any task has failed: the very exception with which the first one failed, not wrapped in
     *     another. The failures of other tasks are added to it as {@linkplain Throwable#addSuppressed suppressed}, in the
     *     order in which they happened
     * @throws NullPointerException if {@code tasks} is null
     */
    void takeTurns(List<? extends Turn> tasks);
}
