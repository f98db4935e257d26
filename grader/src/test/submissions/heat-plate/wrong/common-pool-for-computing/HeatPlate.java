// Mistake: a parallel stream over the rows.
package twostoves.parallelism;

import java.util.Objects;
import java.util.stream.IntStream;
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
            double[][] from = now;
            double[][] to = next;
            IntStream.rangeClosed(1, rows).parallel().forEach(row -> compute(row, row + 1, from, to, stencil));
            now = to;
            next = from;
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
