// Mistake: the gradients of an epoch are asked for about the weights of the epoch before, to keep the workers busy.
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
            double[] stale = new double[weights.length];
            for (int epoch = 0; epoch < epochs; epoch++) {
                double[] current = weights.clone();
                List<Callable<double[]>> tasks = new ArrayList<>();
                for (int s = 0; s < shards; s++) {
                    int shard = s;
                    tasks.add(() -> gradient.sum(shard, stale));
                }
                List<Future<double[]>> parts = pool.invokeAll(tasks);
                for (var part : parts) {
                    part.get();
                }
                System.arraycopy(current, 0, stale, 0, stale.length);
                for (int j = 0; j < weights.length; j++) {
                    double sum = 0;
                    for (var part : parts) {
                        sum += part.get()[j];
                    }
                    weights[j] -= rate * sum / data.examples();
                }
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
