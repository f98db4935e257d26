package twostoves.kit;

import java.io.IOException;

/**
 * A remote service that answers a path with a text, after a while.
 *
 * <p>A call blocks its thread until the answer has arrived, as a call over the network does. Any number of threads may
 * call at the same time; no call waits for another. In a graded run the latency is simulated; elsewhere the same interface
 * stands in front of a real server.
 */
@FunctionalInterface
public interface RemoteApi {

    /**
     * Fetches one resource.
     *
     * @param path the resource asked for, such as {@code /api/users}; not null
     * @return the answer, perhaps an empty text; never null
     * @throws IOException if the service could not answer
     * @throws InterruptedException if the calling thread is interrupted before the answer has arrived; the request is given
     *     up and the thread's interrupt flag is clear, as usual
     */
    String get(String path) throws IOException, InterruptedException;
}
