// Idea: futures combined one after the other by the workers themselves, in the order of the shards.
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

public class TrainModel implements TrainModelContract {

    @Override
    public double[] train(Dataset data, int epochs, double rate, GradientFunction gradient, int workers) throws InterruptedException {
        Objects.requireNonNull(gradient);
        int shards = data.shards().size();
        if (workers < 1 || epochs < 0) {
            throw new IllegalArgumentException();
        }
        double[] weights = new double[data.weights()];
        try (var pool = Executors.newFixedThreadPool(Math.min(workers, shards))) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                CompletableFuture<double[]> sum = CompletableFuture.completedFuture(new double[weights.length]);
                for (int s = 0; s < shards; s++) {
                    int shard = s;
                    sum = sum.thenCombine(CompletableFuture.supplyAsync(() -> gradient.sum(shard, weights), pool), (all, part) -> {
                        Arrays.setAll(all, j -> all[j] + part[j]);
                        return all;
                    });
                }
                double[] g = sum.get();
                Arrays.setAll(weights, j -> weights[j] - rate * g[j] / data.examples());
            }
            return weights;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof CompletionException) {
                cause = cause.getCause();
            }
            if (cause instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) cause;
        }
    }

}
