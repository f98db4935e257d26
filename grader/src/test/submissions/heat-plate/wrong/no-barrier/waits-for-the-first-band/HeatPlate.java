// Mistake: waits for one band of the step, not for all.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        try (ExecutorService pool = Executors.newFixedThreadPool(parties)) {
            for (int step = 0; step < steps; step++) {
                double[][] from = now;
                double[][] to = next;
                List<Future<?>> tasks = new ArrayList<>();
                for (int i = 0; i < parties; i++) {
                    int fromRow = 1 + rows * i / parties;
                    int toRow = 1 + rows * (i + 1) / parties;
                    tasks.add(pool.submit(() -> compute(fromRow, toRow, from, to, stencil)));
                }
                tasks.getFirst().get();
                now = to;
                next = from;
            }
            return now;
        } catch (ExecutionException e) {
            throw original(e.getCause());
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
