package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.HeatPlateContract;
import twostoves.kit.Range;
import twostoves.kit.Stencil;

/**
 * Exercise 19 without a barrier of its own: two plates that change places, one pool for all steps, and {@code invokeAll} in
 * each.
 *
 * <p>The plainest shape. {@code invokeAll} returns when all bands of the step are done, and whatever the workers wrote before is
 * visible to those who get the next tasks. But at each step the caller wakes the workers and these wake the caller, which
 * takes a little longer than a barrier at which the workers wake each other.
 */
public final class HeatPlateWithInvokeAll implements HeatPlateContract {

    @Override
    public double[][] simulate(double[][] plate, int steps, Stencil stencil, int workers) throws InterruptedException {
        Objects.requireNonNull(stencil);
        if (workers < 1 || steps < 0) {
            throw new IllegalArgumentException("workers: " + workers + ", steps: " + steps);
        }
        double[][] now = copy(plate);
        // The edge never changes: with a copy as the second plate it is right in both.
        double[][] next = copy(plate);

        try (var pool = Executors.newFixedThreadPool(workers)) {
            for (int step = 0; step < steps; step++) {
                double[][] from = now;
                double[][] to = next;
                var bands = new ArrayList<Callable<Void>>();
                for (Range band : bands(plate.length - 2, workers)) {
                    bands.add(() -> {
                        compute(band, from, to, stencil);
                        return null;
                    });
                }
                for (Future<Void> band : pool.invokeAll(bands)) {
                    band.get();
                }
                now = to;
                next = from;
            }
            return now;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static double[][] copy(double[][] plate) {
        if (Arrays.stream(plate).anyMatch(row -> row.length != plate[0].length)) {
            throw new IllegalArgumentException("the rows differ in length");
        }
        return Arrays.stream(plate).map(double[]::clone).toArray(double[][]::new);
    }

    /** The inner rows, which begin at 1, in bands that differ by one row at the most. */
    private static List<Range> bands(int rows, int workers) {
        var bands = new ArrayList<Range>();
        int count = Math.min(workers, rows);
        for (int i = 0; i < count; i++) {
            bands.add(new Range(1 + (long) rows * i / count, 1 + (long) rows * (i + 1) / count));
        }
        return bands;
    }

    private static void compute(Range band, double[][] from, double[][] to, Stencil stencil) {
        for (int row = (int) band.from(); row < band.to(); row++) {
            for (int column = 1; column < to[row].length - 1; column++) {
                to[row][column] = stencil.next(from, row, column);
            }
        }
    }

    /** A future wraps what its task threw; the caller is to see the exception of the stencil itself. */
    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
