// Mistake: shares of shards rounded up, so that the last workers have none (9 shards on 4 workers make 3 shares).
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
                int step = Math.ceilDiv(shards, workers);
                List<Callable<List<double[]>>> tasks = new ArrayList<>();
                for (int from = 0; from < shards; from += step) {
                    int first = from;
                    int end = Math.min(shards, from + step);
                    tasks.add(() -> {
                        List<double[]> parts = new ArrayList<>();
                        for (int s = first; s < end; s++) {
                            parts.add(gradient.sum(s, weights));
                        }
                        return parts;
                    });
                }
                double[] sum = new double[weights.length];
                for (var share : pool.invokeAll(tasks)) {
                    for (double[] part : share.get()) {
                        Arrays.setAll(sum, j -> sum[j] + part[j]);
                    }
                }
                Arrays.setAll(weights, j -> weights[j] - rate * sum[j] / data.examples());
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
