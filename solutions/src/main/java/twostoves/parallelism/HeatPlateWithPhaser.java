package twostoves.parallelism;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.HeatPlateContract;
import twostoves.kit.Stencil;

/**
 * Exercise 19 with a {@link Phaser}: every worker has one task for all steps, and they meet after each step.
 *
 * <p>Nothing is handed over between two steps, so prefer this where the steps are many and short. A worker that fails leaves
 * the phaser, and the others do not wait for it: with a {@code CyclicBarrier} they would, for ever.
 */
public final class HeatPlateWithPhaser implements HeatPlateContract {

    @Override
    public double[][] simulate(double[][] plate, int steps, Stencil stencil, int workers) throws InterruptedException {
        Objects.requireNonNull(stencil);
        if (workers < 1 || steps < 0) {
            throw new IllegalArgumentException("workers: " + workers + ", steps: " + steps);
        }
        double[][][] plates = {copy(plate), copy(plate)};
        int rows = Math.max(0, plate.length - 2);
        int parties = Math.min(workers, rows);
        if (parties == 0) {
            return plates[0];
        }

        var failure = new AtomicReference<Throwable>();
        var steady = new Phaser(parties);
        try (var pool = Executors.newFixedThreadPool(parties)) {
            for (int i = 0; i < parties; i++) {
                int from = 1 + rows * i / parties;
                int to = 1 + rows * (i + 1) / parties;
                pool.execute(() -> {
                    try {
                        for (int step = 0; step < steps && failure.get() == null; step++) {
                            compute(from, to, plates[step % 2], plates[(step + 1) % 2], stencil);
                            steady.arriveAndAwaitAdvance();
                        }
                    } catch (Throwable thrown) {
                        failure.compareAndSet(null, thrown);
                    } finally {
                        steady.arriveAndDeregister();
                    }
                });
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        switch (failure.get()) {
            case null -> {}
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
        return plates[steps % 2];
    }

    private static double[][] copy(double[][] plate) {
        if (Arrays.stream(plate).anyMatch(row -> row.length != plate[0].length)) {
            throw new IllegalArgumentException("the rows differ in length");
        }
        return Arrays.stream(plate).map(double[]::clone).toArray(double[][]::new);
    }

    private static void compute(int fromRow, int toRow, double[][] from, double[][] to, Stencil stencil) {
        for (int row = fromRow; row < toRow; row++) {
            for (int column = 1; column < to[row].length - 1; column++) {
                to[row][column] = stencil.next(from, row, column);
            }
        }
    }
}
