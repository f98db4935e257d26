package twostoves.contract;

import java.io.IOException;
import java.util.List;
import twostoves.kit.RemoteApi;

/**
 * Exercise 3, {@code fetch-thousands}: what {@code fetch-all} does, for ten thousand paths.
 *
 * <p>A thread that waits needs no processor. But a platform thread is a thread of the operating system, with a stack of its
 * own, and a few thousand of them are more than most machines give. A virtual thread that waits is an object on the heap.
 */
public interface FetchThousandsContract {

    /**
     * Fetches every path and returns the answers in the order of the paths.
     *
     * <ul>
     *   <li>All requests are in flight together, however many they are: the call takes as long as the slowest request. That
     *       holds for 10,000 paths, in a JVM that has one processor and a heap of 256 MB.
     *   <li>At most ten platform threads are used beside the caller's, however many paths there are.
     *   <li>Each element of {@code paths} is asked for once. A path that stands in the list twice is asked for twice.
     *   <li>One object may be called again and again: no call changes what another returned.
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
