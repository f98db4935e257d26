package twostoves.kit;

/**
 * How one cell of a plate changes in one step, from its neighbours.
 *
 * <p>May be called from any number of threads at once. In a graded run each call costs simulated processor time.
 */
@FunctionalInterface
public interface Stencil {

    /**
     * Computes one inner cell of the next step.
     *
     * <p>It reads the cell itself and the four beside it: {@code plate[row][column]}, {@code plate[row - 1][column]}, {@code
     * plate[row + 1][column]}, {@code plate[row][column - 1]} and {@code plate[row][column + 1]}, at any time before it
     * returns. It writes nothing.
     *
     * @param plate the plate as it is after the step before; these five cells must not change meanwhile
     * @param row the row of the cell, neither the first nor the last
     * @param column the column of the cell, neither the first nor the last
     * @return the cell after this step
     */
    double next(double[][] plate, int row, int column);
}
