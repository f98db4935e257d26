// Mistake: each worker goes through its steps without waiting for the others.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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
        double[][][] plates = {now, next};
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < parties; i++) {
            int fromRow = 1 + rows * i / parties;
            int toRow = 1 + rows * (i + 1) / parties;
            threads.add(new Thread(() -> {
                for (int step = 0; step < steps && !over.get(); step++) {
                        try {
                            compute(fromRow, toRow, plates[step % 2], plates[(step + 1) % 2], stencil);
                        } catch (Throwable thrown) {
                            failure.compareAndSet(null, thrown);
                        }
                }
            }));
        }
        threads.forEach(Thread::start);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return plates[steps % 2];
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
