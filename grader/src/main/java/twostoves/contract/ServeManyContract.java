package twostoves.contract;

import java.net.ServerSocket;
import java.util.function.UnaryOperator;

/**
 * Exercise 11, {@code serve-many}: a server with a thousand guests at its tables, none of whom waits for another.
 *
 * <p>The sockets are real ones on this computer, and nothing here is simulated.
 */
public interface ServeManyContract {

    /**
     * Serves everybody who connects to a socket, until it is closed: for each line that a client sends, it gets one line
     * back.
     *
     * <ul>
     *   <li>The call returns at once, and the serving goes on.
     *   <li>A line is text in UTF-8 and ends with {@code \n} or {@code \r\n}, which is no part of it. It may arrive in pieces,
     *       and several may arrive together; it may be long. No client sends a lone {@code \r}, {@code U+2028} or any other
     *       character within a line that some reader takes for the end of it.
     *   <li>For each line, {@code handler} is called once, and what it returns is sent back at once, in UTF-8 and with
     *       {@code \n} behind it. The lines of one client are answered one after another, in their order.
     *   <li>At least 1,000 clients can be connected at once, and all of them are served.
     *   <li>Nobody waits for another client: not for one that does not finish its line, not for any number of them whose
     *       lines keep {@code handler} busy, and not for one that does not read what it is sent.
     *   <li>When a client has closed its side, it still gets the answers to the lines that it has sent, and then its
     *       connection is closed. Text without a line end before that may be answered or not.
     *   <li>If {@code handler} throws, whatever it is, that connection is closed without an answer. If a client resets its
     *       connection, that connection is over. If a client sends what is not UTF-8, its connection may be closed, or the text
     *       may have replacement characters in it. None of this has any effect on other clients, those to come included.
     *   <li>A thread that has nothing to do waits, and does not burn processor time.
     * </ul>
     *
     * <p>{@code close()} of what is returned ends the server: {@code socket} is closed, so that its port is free again; all
     * connections are closed, also those in the middle of a line; and nothing that the server has started is still running.
     * Called again, it does nothing.
     *
     * @param socket bound, and nobody else accepts from it
     * @param handler makes an answer out of a line; never null, and without line ends; may be called from any number of
     *     threads at once, and may take long
     * @return what ends the server
     * @throws NullPointerException if {@code socket} or {@code handler} is null
     */
    AutoCloseable serve(ServerSocket socket, UnaryOperator<String> handler);
}
