package twostoves.contract;

import twostoves.kit.Approach;
import twostoves.kit.Workload;

/**
 * Exercise 25, {@code choose-approach}: say which way is the best for a piece of work, before it is done.
 *
 * <p>What each {@link Approach} does is said there. Its <em>makespan</em> for a workload is the time from the start, before any
 * thread has been started, to the end of the last task. On the machine that counts, nothing costs time but this:
 *
 * <ul>
 *   <li>each task waits for {@link Workload#waiting} and then computes for {@link Workload#computing} without a break;
 *   <li>before any task begins, the calling thread has started all threads one after another, and each virtual thread has
 *       taken it {@link Approach#VIRTUAL_THREAD_START}, each worker {@link Approach#PLATFORM_THREAD_START}.
 * </ul>
 */
public interface ChooseApproachContract {

    /**
     * Chooses the approach that is good enough and takes the fewest threads.
     *
     * <p>An approach is <em>good enough</em> if its makespan is at most 5 % longer than the shortest of the four. Of those that
     * are, the one with the fewest platform threads is to be chosen, and of two with equally many the one with fewer virtual
     * threads. That is the first of them in the order of the enum: {@link Approach#SEQUENTIAL}, {@link Approach#CONCURRENT},
     * {@link Approach#PARALLEL}, {@link Approach#BOTH}.
     *
     * <p>Nobody asks about work in which an approach is between 3 % and 8 % longer than the shortest: what is to be chosen is
     * never a close call.
     *
     * @param work what is to be done
     * @param cores how many cores the machine has, all of them free; at least 1. It is the number that counts, whatever machine
     *     this runs on
     * @return the approach
     * @throws NullPointerException if {@code work} is null
     * @throws IllegalArgumentException if {@code cores} is less than 1
     */
    Approach choose(Workload work, int cores);
}
