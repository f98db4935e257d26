package twostoves.contract;

import java.io.IOException;
import java.util.List;
import twostoves.kit.RemoteApi;

/**
 * Exercise 26, {@code common-mistake}: mend code that works, and waits in a pool that was made for computing.
 *
 * <p>It asks for paths with a parallel stream. That looks as if it asked for all of them at once, and asks for as many as the
 * machine has processors: 64 requests of a second take 32 seconds on two processors. The promise is that of {@link
 * FetchAllContract}: how many requests are in flight has nothing to do with the machine.
 */
public interface CommonMistakeContract {

    /**
     * Fetches every path and returns the answers in the order of the paths.
     *
     * <ul>
     *   <li>All requests are in flight together, however many they are and however few processors there are: the call takes as
     *       long as the slowest request.
     *   <li>Nothing waits in the common pool: no parallel stream, and no asynchronous method without an executor.
     *   <li>Each element of {@code paths} is asked for once. A path that stands in the list twice is asked for twice.
     *   <li>Nothing this call has started is still running when it returns or throws: no request, no thread, no pool.
     * </ul>
     *
     * @param paths the paths to ask for, in any number and without null elements; not modified
     * @param api the service to ask; may be called from any number of threads at once
     * @return the answers, one for each path and in the order of {@code paths}, in whatever order they arrived; empty if
     *     {@code paths} is empty
     * @throws IOException if a request failed: the very exception that {@code api} threw, not wrapped in another. It may be
     *     thrown at once or when the other requests have ended. If several fail, any one of them is thrown
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until all answers are there may return them instead, with the thread's interrupt flag still set
     * @throws NullPointerException if {@code paths} or {@code api} is null
     */
    List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException;
}
