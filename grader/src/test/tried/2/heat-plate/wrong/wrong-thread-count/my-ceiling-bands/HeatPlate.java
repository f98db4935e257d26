// Mistake: bands of the rows divided by the workers, rounded up: 9 rows on 4 workers make 3 bands.
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
        int size = Math.ceilDiv(inner, workers);
        List<int[]> bands = new ArrayList<>();
        for (int from = 1; from <= inner; from += size) {
            bands.add(new int[] {from, Math.min(inner + 1, from + size)});
        }
        try (var pool = Executors.newFixedThreadPool(workers)) {
            for (int step = 0; step < steps; step++) {
                double[][] now = step % 2 == 0 ? a : b;
                double[][] next = step % 2 == 0 ? b : a;
                List<Callable<Void>> tasks = new ArrayList<>();
                for (int[] band : bands) {
                    tasks.add(() -> {
                        for (int r = band[0]; r < band[1]; r++) {
                            for (int c = 1; c < width - 1; c++) {
                                next[r][c] = stencil.next(now, r, c);
                            }
                        }
                        return null;
                    });
                }
                for (Future<Void> task : pool.invokeAll(tasks)) {
                    task.get();
                }
            }
            return steps % 2 == 0 ? a : b;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
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
