package twostoves.contract;

import java.io.IOException;
import java.util.List;
import twostoves.kit.RemoteApi;

/**
 * Exercise 7, {@code fastest-mirror}: ask everybody, take the first good answer, and tell the others to stop.
 *
 * <p>The same file lies on several servers, and nobody knows which of them is quick today. This is what {@code Promise.any}
 * does in JavaScript, with one thing added: the others are interrupted.
 */
public interface FastestMirrorContract {

    /**
     * Asks all mirrors at once and returns the answer of the first one that succeeds.
     *
     * <ul>
     *   <li>All requests are in flight together, however many they are. Each mirror is asked once, as
     *       {@code api.get(mirror)}.
     *   <li>The call returns at the instant at which the first request <em>succeeds</em>. Requests that fail before that
     *       decide nothing. If several succeed at the same instant, any of their answers is returned.
     *   <li>The other requests are interrupted then. Nothing this call has started is still running when it returns or
     *       throws: no request, no thread, no pool. A thread that you have interrupted may need a moment to end, and you wait
     *       for it.
     *   <li>If nobody interrupts the calling thread, its interrupt flag is clear afterwards, whatever your threads have done
     *       to wake it.
     * </ul>
     *
     * @param mirrors the mirrors to ask, at least one, in any number, without null elements and without repetitions; not
     *     modified
     * @param api the service that reaches them; may be called from any number of threads at once
     * @return the answer of the first mirror that succeeds
     * @throws IOException if all requests failed: a new exception with any message, whose
     *     {@linkplain Throwable#getSuppressed suppressed} exceptions are the very exceptions that {@code api} threw, all of
     *     them and in any order
     * @throws InterruptedException if the calling thread is interrupted while it waits: at that instant, and all requests are
     *     interrupted as well. A solution that throws something else at that instant leaves the thread's interrupt flag set
     * @throws IllegalArgumentException if {@code mirrors} is empty
     * @throws NullPointerException if {@code mirrors} or {@code api} is null
     */
    String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException;
}
