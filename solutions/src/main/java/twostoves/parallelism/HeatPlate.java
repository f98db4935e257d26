package twostoves.parallelism;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.HeatPlateContract;
import twostoves.kit.Stencil;

/**
 * The reference for exercise 19: a {@link CyclicBarrier} with as many parties as workers, and an action that makes the two
 * plates change places when all have arrived.
 *
 * <p>The classic shape. What it needs beside it is a way out. A worker that fails notes its failure and still comes to the
 * barrier, because the others wait for it there; behind the barrier everybody sees the failure and leaves.
 */
public final class HeatPlate implements HeatPlateContract {

    /** The two plates of one call. The barrier orders what is read here after what was written. */
    private static final class Plates {
        private double[][] now;
        private double[][] next;
        private boolean over;

        private Plates(double[][] plate) {
            now = copy(plate);
            // The edge never changes: with a copy as the second plate it is right in both.
            next = copy(plate);
        }

        /** What all are to agree on is decided here, by one of them while the others wait. */
        private void change(boolean failed) {
            double[][] old = now;
            now = next;
            next = old;
            over = failed;
        }
    }

    @Override
    public double[][] simulate(double[][] plate, int steps, Stencil stencil, int workers) throws InterruptedException {
        Objects.requireNonNull(stencil);
        if (workers < 1 || steps < 0) {
            throw new IllegalArgumentException("workers: " + workers + ", steps: " + steps);
        }
        var plates = new Plates(plate);
        int rows = Math.max(0, plate.length - 2);
        int parties = Math.min(workers, rows);
        if (parties == 0) {
            return plates.now;
        }

        var failure = new AtomicReference<Throwable>();
        var barrier = new CyclicBarrier(parties, () -> plates.change(failure.get() != null));
        try (var pool = Executors.newFixedThreadPool(parties)) {
            for (int i = 0; i < parties; i++) {
                int from = border(rows, i, parties);
                int to = border(rows, i + 1, parties);
                pool.execute(() -> {
                    boolean together = true;
                    for (int step = 0; step < steps && together && !plates.over; step++) {
                        try {
                            compute(from, to, plates, stencil);
                        } catch (Throwable thrown) {
                            failure.compareAndSet(null, thrown);
                        }
                        together = meet(barrier);
                    }
                });
            }
        }
        // Closing the pool has waited for the workers, and takes note of an interrupt meanwhile.
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        switch (failure.get()) {
            case null -> {
                return plates.now;
            }
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /** The first row of a band. The inner rows begin at 1, and the bands differ by one row at the most. */
    private static int border(int rows, int band, int bands) {
        return Math.toIntExact(1 + (long) rows * band / bands);
    }

    /** Waits for the others; false if the pool was told to stop meanwhile, because the caller was interrupted. */
    private static boolean meet(CyclicBarrier barrier) {
        try {
            barrier.await();
            return true;
        } catch (InterruptedException | BrokenBarrierException e) {
            return false;
        }
    }

    private static double[][] copy(double[][] plate) {
        if (Arrays.stream(plate).anyMatch(row -> row.length != plate[0].length)) {
            throw new IllegalArgumentException("the rows differ in length");
        }
        return Arrays.stream(plate).map(double[]::clone).toArray(double[][]::new);
    }

    private static void compute(int fromRow, int toRow, Plates plates, Stencil stencil) {
        for (int row = fromRow; row < toRow; row++) {
            for (int column = 1; column < plates.now[row].length - 1; column++) {
                plates.next[row][column] = stencil.next(plates.now, row, column);
            }
        }
    }
}
