package twostoves.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import twostoves.kit.RemoteApi;

/**
 * Exercise 6, {@code fetch-in-time}: what has arrived by the deadline.
 *
 * <p>A page that shows five of six boxes in time is better than one that shows six too late. There is one deadline for the
 * whole call, whatever became of the single requests.
 */
public interface FetchInTimeContract {

    /**
     * Fetches every path and returns what has arrived when the deadline comes, or earlier if there is nothing left to wait
     * for.
     *
     * <ul>
     *   <li>All requests are in flight together, however many they are, and each path is asked for once.
     *   <li>The call ends as soon as every request has been answered or has failed. Otherwise it ends when {@code deadline} has
     *       passed since it was called: not later, and not earlier. An answer that arrives at that very instant may be in the
     *       map or not.
     *   <li>A request that fails has no entry in the map, and does not disturb the others. Nothing is thrown for it.
     *   <li>Requests that have not been answered by then are called off: the threads that wait for them are interrupted at
     *       the deadline. Some would never be answered.
     *   <li>When the calling thread is interrupted, all requests are called off in the same way, at that instant.
     *   <li>Nothing this call has started is still running when it returns or throws: no request, no thread, no pool. A
     *       thread that you have interrupted may need a moment to end, and you wait for it.
     *   <li>If nobody interrupts the calling thread, its interrupt flag is clear afterwards, whatever your threads have done
     *       to wake it.
     * </ul>
     *
     * @param paths the paths to ask for, in any number, each once and none null; not modified
     * @param api the service to ask; may be called from any number of threads at once
     * @param deadline how long the call may take: a whole number of milliseconds, positive, and no longer than a hundred years
     * @return an entry for each path that was answered in time, iterating in the order of {@code paths} in whatever order the
     *     answers arrived; empty if there are none
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that ends at that instant
     *     in another way leaves the thread's interrupt flag set
     * @throws NullPointerException if {@code paths}, {@code api} or {@code deadline} is null
     * @throws IllegalArgumentException if {@code deadline} is zero or negative, also if {@code paths} is empty
     */
    Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException;
}
