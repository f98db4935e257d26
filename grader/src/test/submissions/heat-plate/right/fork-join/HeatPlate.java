// Idea: a fork/join pool of that size, and a tree of bands for each step.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
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
        ForkJoinPool pool = new ForkJoinPool(parties);
        try {
            for (int step = 0; step < steps; step++) {
                pool.submit(new Band(1, rows + 1, Math.ceilDiv(rows, parties), now, next, stencil)).get();
                double[][] old = now;
                now = next;
                next = old;
            }
            return now;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw original(cause);
        } finally {
            pool.close();
        }
    }

    private static final class Band extends RecursiveAction {
        private static final long serialVersionUID = 1;
        private final int fromRow;
        private final int toRow;
        private final int most;
        private final transient double[][] from;
        private final transient double[][] to;
        private final transient Stencil stencil;

        Band(int fromRow, int toRow, int most, double[][] from, double[][] to, Stencil stencil) {
            this.fromRow = fromRow;
            this.toRow = toRow;
            this.most = most;
            this.from = from;
            this.to = to;
            this.stencil = stencil;
        }

        @Override
        protected void compute() {
            if (toRow - fromRow <= most) {
                HeatPlate.compute(fromRow, toRow, from, to, stencil);
                return;
            }
            List<Band> bands = new ArrayList<>();
            for (int row = fromRow; row < toRow; row += most) {
                bands.add(new Band(row, Math.min(row + most, toRow), most, from, to, stencil));
            }
            invokeAll(bands);
        }
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

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
