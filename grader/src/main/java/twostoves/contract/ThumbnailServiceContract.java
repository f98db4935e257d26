package twostoves.contract;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import twostoves.kit.Image;
import twostoves.kit.RemoteApi;

/**
 * Exercise 28, {@code thumbnail-service}: wait and compute at the same time, each where it belongs.
 *
 * <p>Pictures are fetched from a service and shrunk. To fetch is to wait, and to shrink is to compute. Both go on together: while
 * some pictures are being shrunk, the next are on their way. What has been fetched is handed over from those who wait to
 * those who compute, and what lies between them is bounded.
 */
public interface ThumbnailServiceContract {

    /**
     * Fetches every path, shrinks what comes back, and returns the results in the order of the paths.
     *
     * <ul>
     *   <li>Each element of {@code paths} is asked for once, also a path that stands in the list twice, and each answer is
     *       shrunk once.
     *   <li><em>Connections:</em> never more than {@code connections} requests are in flight.
     *   <li><em>Workers:</em> {@code shrink} is called on platform threads that this call has started for it, at most {@code
     *       workers} of them over the whole call, and {@code workers} at the same time when there is enough to do. None of them
     *       ever asks {@code api} for anything or waits for a particular picture. The calling thread does not shrink.
     *   <li><em>Both at once:</em> no connection is idle while there is a path to ask for and room for one more picture, and no
     *       worker is idle while there is a picture to shrink. The call takes at most 5 % longer than it would without any bound
     *       on memory.
     *   <li><em>Memory:</em> never more than {@code 2 * (connections + workers)} pictures are there at the same time: texts
     *       that {@code api} has returned and that {@code shrink} has not come back from. Whoever is faster waits for the other.
     *   <li>When a request or {@code shrink} fails, everything ends: no further request and no further picture is begun,
     *       requests in flight are interrupted, and the call ends as soon as the workers have come to the end of the pictures
     *       they have in their hands.
     *   <li>Nothing this call has started is still running when it returns or throws: no request, no thread, no pool.
     *   <li>An object can be used again, with other numbers of connections and workers.
     * </ul>
     *
     * @param paths the paths to ask for, in any number and without null elements; not modified
     * @param api the service; an answer is a picture as text. May be called from any number of threads at once, and waits
     * @param shrink makes a thumbnail of an answer; may be called from any number of threads at once, and computes. It takes no
     *     notice of interrupts
     * @param connections how many requests may be in flight; at least 1
     * @param workers how many threads compute; at least 1
     * @return the thumbnails, one for each path and in the order of {@code paths}; empty if {@code paths} is empty
     * @throws IOException if a request failed: the very exception that {@code api} threw, not wrapped in another. A {@code
     *     RuntimeException} that {@code shrink} has thrown comes out likewise. If several fail, the first of them is thrown, and
     *     of those that fail at the same time any one
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until all thumbnails are there may return them instead, with the thread's interrupt flag still set
     * @throws IllegalArgumentException if {@code connections} or {@code workers} is less than 1
     * @throws NullPointerException if {@code paths}, {@code api} or {@code shrink} is null
     */
    List<Image> thumbnails(
            List<String> paths, RemoteApi api, Function<String, Image> shrink, int connections, int workers)
            throws IOException, InterruptedException;
}
