package twostoves.contract;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import twostoves.kit.Step;
import twostoves.kit.Stove;

/**
 * Exercise 27, {@code cook-dinner}: everything as soon as it can begin, and nothing sooner.
 *
 * <p>The steps of a dinner depend on one another: the sauce needs the stock, and the roast does not. What depends on
 * nothing that is still to be done begins; what does not depend on one another overlaps. The longest chain of steps, the
 * <em>critical path</em>, decides how long it all takes, and nothing else does.
 */
public interface CookDinnerContract {

    /**
     * Cooks every step once, each as soon as all that it needs is done.
     *
     * <ul>
     *   <li>A step begins at the instant at which the last step that it needs is done, and at once if it needs none. It
     *       waits for no other step, and begins before none that it needs. So the call takes as long as the critical path,
     *       the longest chain of steps of which each needs the one before.
     *   <li>Any number of steps may be under way together, and each is cooked once, however many others need it.
     *   <li>A plan that cannot be cooked is refused before anything is.
     *   <li>A step that fails stops what needs it, directly or through other steps: that is never begun. It stops nothing
     *       else: all other steps are cooked as if nothing had happened, those under way and those still to begin, and then
     *       the failure is thrown.
     *   <li>When the calling thread is interrupted, the steps under way may be interrupted or not, and no further one need
     *       begin; but none begins before what it needs is done then either.
     *   <li>Nothing this call has started is still running when it returns or throws: no step, no thread, no pool.
     *   <li>An object can be used again, for another dinner.
     * </ul>
     *
     * @param steps the steps in any order, so that a step may stand before one that it needs; without null elements; not
     *     modified
     * @param stove where to cook them; may be called from any number of threads at once
     * @return what came of each step, by its name, in any order; empty if {@code steps} is empty
     * @throws IOException if a step failed: the very exception that {@code stove} threw, not wrapped in another. If several
     *     fail, any one of them is thrown
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until everything is cooked may return the dinner instead, with the thread's interrupt flag still set
     * @throws IllegalArgumentException if two steps have the same name, if a step needs a name that is not in the list, or if
     *     steps need one another in a circle; the message contains that name, or that of a step on the circle
     * @throws NullPointerException if {@code steps} or {@code stove} is null
     */
    Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException;
}
