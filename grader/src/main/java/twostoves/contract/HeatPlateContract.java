package twostoves.contract;

import twostoves.kit.Stencil;

/**
 * Exercise 19, {@code heat-plate}: many workers take each step together, and none begins the next before all have done this
 * one.
 *
 * <p>Heat spreads over a plate. In each step a cell takes a new value from its own and its four neighbours' of the step
 * before. The cells of one step do not need each other; a step needs all of the one before.
 */
public interface HeatPlateContract {

    /**
     * Takes a number of steps.
     *
     * <ul>
     *   <li>In each step {@code stencil} is called once for each inner cell, in any order. The cells at the edge, which are
     *       those of the first and last row and column, keep their values for ever. A plate with fewer than three rows or
     *       columns has no inner cells.
     *   <li>Every cell of a step is computed from the cells of the step before, and from nothing older or newer: the result
     *       is the same to the last bit for every number of workers.
     *   <li>{@code workers} platform threads compute, or one for each inner row where there are fewer of those. The calling
     *       thread may be one of them. They are started once and serve for all steps.
     *   <li>In each step the rows are shared out evenly: a step takes no longer than the rows of the largest share, when no
     *       share is larger than another by more than one row. Where all cells cost the same, so much is demanded.
     *   <li>The caller's plate is not changed, and the plate returned shares no row with it.
     *   <li>Nothing this call has started is still running when it returns or throws: no thread, no pool.
     * </ul>
     *
     * @param plate the rows of the plate, all of the same length; may be empty
     * @param steps how many steps to take; 0 returns a copy
     * @param stencil computes one cell; it costs processor time
     * @param workers how many threads compute; at least 1
     * @return the plate after the last step, a new one
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until the plate is there may return it instead, with the thread's interrupt flag still set
     * @throws IllegalArgumentException if {@code workers} is less than 1, {@code steps} is negative, or the rows differ in
     *     length
     * @throws NullPointerException if {@code plate}, one of its rows, or {@code stencil} is null
     * @throws RuntimeException if {@code stencil} threw one: the very exception it threw, not wrapped in another
     */
    double[][] simulate(double[][] plate, int steps, Stencil stencil, int workers) throws InterruptedException;
}
