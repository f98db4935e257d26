// Idea: a band waits for its neighbours of the step before, by futures.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import twostoves.contract.HeatPlateContract;
import twostoves.kit.Stencil;

public final class HeatPlate implements HeatPlateContract {

    @Override
    public double[][] simulate(double[][] plate, int steps, Stencil stencil, int workers) throws InterruptedException {
        Objects.requireNonNull(stencil);
        if (workers < 1 || steps < 0) {
            throw new IllegalArgumentException("workers " + workers + ", steps " + steps);
        }
        double[][][] plates = {copy(plate), copy(plate)};
        int rows = Math.max(0, plate.length - 2);
        int parties = Math.min(workers, rows);
        if (parties == 0) {
            return plates[0];
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(parties)) {
            List<CompletableFuture<Void>> last =
                    Collections.nCopies(parties, CompletableFuture.<Void>completedFuture(null));
            for (int s = 0; s < steps; s++) {
                int step = s;
                List<CompletableFuture<Void>> now = new ArrayList<>();
                for (int i = 0; i < parties; i++) {
                    int fromRow = 1 + rows * i / parties;
                    int toRow = 1 + rows * (i + 1) / parties;
                    CompletableFuture<?>[] needed = last.subList(Math.max(0, i - 1), Math.min(parties, i + 2))
                            .toArray(CompletableFuture[]::new);
                    now.add(CompletableFuture.allOf(needed)
                            .thenRunAsync(
                                    () -> compute(fromRow, toRow, plates[step % 2], plates[(step + 1) % 2], stencil),
                                    pool));
                }
                last = now;
            }
            CompletableFuture.allOf(last.toArray(CompletableFuture[]::new)).get();
            return plates[steps % 2];
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static double[][] copy(double[][] plate) {
        double[][] copy = new double[plate.length][];
        for (int i = 0; i < plate.length; i++) {
            copy[i] = plate[i].clone();
            if (copy[i].length != plate[0].length) {
                throw new IllegalArgumentException("uneven");
            }
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
