package twostoves.contract;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import twostoves.kit.RemoteApi;
import twostoves.kit.SearchBox;

/**
 * Exercise 10, {@code responsive-search}: search while somebody types, and never freeze the window.
 *
 * <p>A window has one thread, which takes one event after another: a key, a click, a task given to its executor. What that
 * thread waits for, everybody at the window waits for.
 */
public interface ResponsiveSearchContract {

    /**
     * Opens a search box. Each query typed into it is sent to the service, and its answer is shown when it arrives.
     *
     * <ul>
     *   <li>{@link SearchBox#typed} sends the query as {@code api.get("/search?q=" + query)}, once and at once, however many
     *       earlier requests are still on their way.
     *   <li>The user-interface thread never waits, neither in this method nor in {@code typed}, in {@code close} or in a task
     *       given to {@code ui}: all of them end at the instant at which they begin.
     *   <li>An answer is shown by {@code show.accept(answer)}, on the user-interface thread and nowhere else, at the instant
     *       at which it arrives, or as soon as that thread has time for it.
     *   <li>An answer to an older query is never shown after one to a newer query, whichever arrives first. Until an answer to
     *       a newer query has been shown, it may be shown or left out. What is still on its way for an older query may be
     *       interrupted, or go on and be left out.
     *   <li>A request that fails shows nothing and has no influence on any other.
     *   <li>Once {@link SearchBox#close} has returned, nothing more is shown, not even what was handed to {@code ui} before;
     *       and all requests on their way have been interrupted. Of all that the box has started, nothing is left running.
     * </ul>
     *
     * @param api the service to ask; may be called from any number of threads at once
     * @param ui runs tasks on the user-interface thread, one after another in the order in which it was given them; may be
     *     called from any thread, returns without waiting for the task, and may be slow to do so
     * @param show shows an answer; to be called on the user-interface thread only
     * @return the box, to be used on the user-interface thread only, which is also the one that calls this method
     * @throws NullPointerException if {@code api}, {@code ui} or {@code show} is null
     */
    SearchBox open(RemoteApi api, Executor ui, Consumer<String> show);
}
