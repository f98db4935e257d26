// Mistake: all cells on the calling thread.
package twostoves.parallelism;

import java.util.Objects;
import twostoves.contract.HeatPlateContract;
import twostoves.kit.Stencil;

public final class HeatPlate implements HeatPlateContract {

    @Override
    public double[][] simulate(double[][] plate, int steps, Stencil stencil, int workers) throws InterruptedException {
        Objects.requireNonNull(stencil);
        if (workers < 1 || steps < 0) {
            throw new IllegalArgumentException("workers " + workers + ", steps " + steps);
        }
        double[][] now = copy(plate);
        double[][] next = copy(plate);
        int rows = Math.max(0, plate.length - 2);
        int parties = Math.min(workers, rows);
        if (parties == 0) {
            return now;
        }
        for (int step = 0; step < steps; step++) {
            compute(1, rows + 1, now, next, stencil);
            double[][] old = now;
            now = next;
            next = old;
        }
        return now;
    }

    private static double[][] copy(double[][] plate) {
        for (double[] row : plate) {
            if (row.length != plate[0].length) {
                throw new IllegalArgumentException("the rows differ in length");
            }
        }
        double[][] copy = new double[plate.length][];
        for (int i = 0; i < plate.length; i++) {
            copy[i] = plate[i].clone();
        }
        return copy;
    }

    private static void compute(int fromRow, int toRow, double[][] from, double[][] to, Stencil stencil) {
        for (int row = fromRow; row < toRow; row++) {
            for (int column = 1; column < to[row].length - 1; column++) {
                to[row][column] = stencil.next(from, row, column);
            }
        }
    }
}
