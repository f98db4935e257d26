package twostoves.contract;

import java.io.IOException;
import java.util.List;
import twostoves.kit.RemoteApi;

/**
 * Exercise 4, {@code fetch-politely}: many requests, and a limit on how many are in flight.
 *
 * <p>A service that serves others too does not want all your requests at once. You keep as many in flight as it allows: no
 * more, because that is the limit, and no fewer, because a place that stands empty is time lost. This is a sliding window:
 * whenever any request ends, the next one begins.
 */
public interface FetchPolitelyContract {

    /**
     * Fetches every path, with at most {@code limit} requests in flight, and returns the answers in the order of the paths.
     *
     * <ul>
     *   <li>At no time are more than {@code limit} requests of this call in flight. The limit is for the call as a whole,
     *       however many threads or helpers it employs.
     *   <li>As long as there are requests that have not begun, exactly {@code limit} are in flight: at the instant at which
     *       any one of them ends, whichever that is, another begins. They may begin in any order, that of the list or not.
     *   <li>Each element of {@code paths} is asked for once. A path that stands in the list twice is asked for twice.
     *   <li>A request that fails gives back its place like any other. When a request has failed, you may go on with those
     *       that have not begun, or leave them out; as long as others begin, the two promises on the limit hold.
     *   <li>One object may be called again and again: no call changes what another returned.
     *   <li>Nothing this call has started is still running when it returns or throws: no request, no thread, no pool.
     * </ul>
     *
     * @param paths the paths to ask for, in any number and without null elements; not modified
     * @param api the service to ask; may be called from any number of threads at once
     * @param limit how many requests may be in flight; at least 1, and possibly more than there are paths
     * @return the answers, one for each path and in the order of {@code paths}, in whatever order they arrived; empty if
     *     {@code paths} is empty
     * @throws IOException if a request failed: the very exception that {@code api} threw, not wrapped in another. It may be
     *     thrown at once or when the other requests have ended. If several fail, any one of them is thrown
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until all answers are there may return them instead, with the thread's interrupt flag still set
     * @throws NullPointerException if {@code paths} or {@code api} is null
     * @throws IllegalArgumentException if {@code limit} is less than 1, also if {@code paths} is empty
     */
    List<String> fetchAll(List<String> paths, RemoteApi api, int limit) throws IOException, InterruptedException;
}
