// Mistake: the plate of the next step is made by the first worker that needs it, after a look that no lock guards.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
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
        int rows = Math.max(0, plate.length - 2);
        int parties = Math.min(workers, rows);
        if (parties == 0) {
            return now;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(parties)) {
            for (int step = 0; step < steps; step++) {
                double[][] from = now;
                Lazy<double[][]> to = new Lazy<>(() -> copy(plate));
                List<Callable<Void>> tasks = new ArrayList<>();
                for (int i = 0; i < parties; i++) {
                    int first = 1 + i;
                    tasks.add(() -> {
                        for (int row = first; row <= rows; row += parties) {
                            compute(row, row + 1, from, to.get(), stencil);
                        }
                        return null;
                    });
                }
                for (Future<Void> task : pool.invokeAll(tasks)) {
                    task.get();
                }
                now = to.get();
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

    /** Made when it is first asked for. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            if (made == null) {
                synchronized (this) {
                    if (made == null) {
                        made = maker.get();
                    }
                }
            }
            return made;
        }
    }
}
