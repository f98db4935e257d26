// Idea: a latch for each step, counted down and awaited by all workers.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import twostoves.contract.HeatPlateContract;
import twostoves.kit.Stencil;

public final class HeatPlate implements HeatPlateContract {

    @Override
    public double[][] simulate(double[][] plate, int steps, Stencil stencil, int workers) throws InterruptedException {
        Objects.requireNonNull(stencil);
        if (workers < 1 || steps < 0) {
            throw new IllegalArgumentException("workers: " + workers + ", steps: " + steps);
        }
        double[][] even = copy(plate);
        double[][] odd = copy(plate);
        int rows = Math.max(0, plate.length - 2);
        int bands = Math.min(workers, rows);
        List<CountDownLatch> taken =
                Stream.generate(() -> new CountDownLatch(bands)).limit(steps).toList();
        var failure = new AtomicReference<Throwable>();
        var threads = new ArrayList<Thread>();
        for (int band = 0; band < bands; band++) {
            int from = 1 + (int) ((long) rows * band / bands);
            int to = 1 + (int) ((band + 1L) * rows / bands);
            threads.add(Thread.ofPlatform().start(() -> {
                for (int step = 0; step < steps; step++) {
                    double[][] now = step % 2 == 0 ? even : odd;
                    double[][] next = step % 2 == 0 ? odd : even;
                    try {
                        for (int row = from; row < to && failure.get() == null; row++) {
                            compute(now, next, row, stencil);
                        }
                    } catch (Throwable thrown) {
                        failure.compareAndSet(null, thrown);
                    }
                    CountDownLatch all = taken.get(step);
                    all.countDown();
                    awaitUninterruptibly(all);
                }
            }));
        }
        for (Thread thread : threads) {
            joinUninterruptibly(thread);
        }
        return switch (failure.get()) {
            case null -> steps % 2 == 0 ? even : odd;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        };
    }

    private static void compute(double[][] now, double[][] next, int row, Stencil stencil) {
        for (int column = 1; column < now[row].length - 1; column++) {
            next[row][column] = stencil.next(now, row, column);
        }
    }

    /** Nobody interrupts a worker. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The flag tells of an interrupt. */
    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static double[][] copy(double[][] plate) {
        if (Arrays.stream(plate).anyMatch(row -> row.length != plate[0].length)) {
            throw new IllegalArgumentException("the rows differ in length");
        }
        return Arrays.stream(plate).map(double[]::clone).toArray(double[][]::new);
    }
}
