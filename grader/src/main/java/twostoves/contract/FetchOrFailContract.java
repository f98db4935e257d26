package twostoves.contract;

import java.io.IOException;
import java.util.List;
import twostoves.kit.RemoteApi;

/**
 * Exercise 5, {@code fetch-or-fail}: all the answers, or the first failure at once.
 *
 * <p>When one of the answers cannot be had, the others are of no use, and neither is waiting for them. The caller is told
 * at that instant, and what is still under way is called off. This is structured concurrency: what one call has started
 * ends with it.
 */
public interface FetchOrFailContract {

    /**
     * Fetches every path and returns the answers in the order of the paths, or throws as soon as a request fails.
     *
     * <ul>
     *   <li>All requests are in flight together, however many they are: if none fails, the call takes as long as the slowest
     *       request.
     *   <li>Each element of {@code paths} is asked for once. A path that stands in the list twice is asked for twice.
     *   <li>When a request fails, wherever it stands in the list, this method throws what it failed with at that instant. The
     *       requests still in flight are called off before: the threads that wait for them are interrupted.
     *   <li>No failure is lost. Several requests may fail at the same instant, some of them while you interrupt them: then one
     *       of the failures is thrown, any of them, and the others are {@linkplain Throwable#addSuppressed suppressed} in it,
     *       each the very exception that {@code api} threw. The {@code InterruptedException} of a request that you have called
     *       off is no failure; it may be among the suppressed ones or not.
     *   <li>When the calling thread is interrupted, all requests are called off in the same way, at that instant.
     *   <li>Nothing this call has started is still running when it returns or throws: no request, no thread, no pool. A
     *       thread that you have interrupted may need a moment to end, and you wait for it.
     *   <li>If nobody interrupts the calling thread, its interrupt flag is clear afterwards, whatever your threads have done
     *       to wake it.
     * </ul>
     *
     * @param paths the paths to ask for, in any number and without null elements; not modified
     * @param api the service to ask; may be called from any number of threads at once
     * @return the answers, one for each path and in the order of {@code paths}, in whatever order they arrived; empty if
     *     {@code paths} is empty
     * @throws IOException if a request failed: the very exception that {@code api} threw first, not wrapped in another
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that ends at that instant
     *     in another way leaves the thread's interrupt flag set
     * @throws NullPointerException if {@code paths} or {@code api} is null
     */
    List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException;
}
