package twostoves.kit;

import java.io.IOException;

/**
 * Where the steps of a dinner are cooked. Cooking is waiting: a step takes its time and no core.
 *
 * <p>There is room for any number of steps, so the stove may be used from any number of threads at once.
 */
@FunctionalInterface
public interface Stove {

    /**
     * Cooks one step and waits until it is done.
     *
     * @param step the step; everything that it needs has been cooked before
     * @return what came of it
     * @throws IOException if it failed
     * @throws InterruptedException if the calling thread is interrupted before the step is done; the step is given up and
     *     the thread's interrupt flag is clear, as usual
     */
    String cook(Step step) throws IOException, InterruptedException;
}
