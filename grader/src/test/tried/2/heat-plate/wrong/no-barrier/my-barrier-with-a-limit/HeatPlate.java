// Mistake: waits for the others one second at the most, and goes on.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class HeatPlate implements HeatPlateContract {

    @Override
    public double[][] simulate(double[][] plate, int steps, Stencil stencil, int workers) throws InterruptedException {
        Objects.requireNonNull(stencil);
        for (double[] row : plate) {
            if (row.length != plate[0].length) {
                throw new IllegalArgumentException("uneven rows");
            }
        }
        if (workers < 1 || steps < 0) {
            throw new IllegalArgumentException();
        }
        int inner = Math.max(0, plate.length - 2);
        int width = plate.length == 0 ? 0 : plate[0].length;
        double[][] a = copy(plate);
        double[][] b = copy(plate);
        if (inner == 0 || width < 3 || steps == 0) {
            return a;
        }
        int crew = Math.min(workers, inner);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Phaser phaser = new Phaser(crew);
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < crew; w++) {
            int me = w;
            int first = 1 + inner * w / crew;
            int end = 1 + inner * (w + 1) / crew;
            threads.add(new Thread(() -> {
                for (int step = 0; step < steps; step++) {
                    double[][] now = step % 2 == 0 ? a : b; double[][] next = step % 2 == 0 ? b : a;
                    try {
                        for (int r = first; r < end && failure.get() == null; r++) {
                            for (int c = 1; c < width - 1; c++) {
                                next[r][c] = stencil.next(now, r, c);
                            }
                        }
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                    }
                    int phase = phaser.arrive();
                    try {
                        phaser.awaitAdvanceInterruptibly(phase, 1, TimeUnit.SECONDS);
                    } catch (InterruptedException | TimeoutException e) {
                        // then without them
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
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return steps % 2 == 0 ? a : b;
    }
    private static double[][] copy(double[][] plate) {
        return Arrays.stream(plate).map(double[]::clone).toArray(double[][]::new);
    }
    private static RuntimeException original(Throwable thrown) {
        if (thrown instanceof Error e) {
            throw e;
        }
        return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
    }
}
