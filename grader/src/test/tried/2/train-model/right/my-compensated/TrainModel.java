// Idea: DoubleStream.sum over the shards in order, which is compensated; last shard first.
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
                List<Callable<double[]>> tasks = new ArrayList<>();
                for (int s = 0; s < shards; s++) {
                    int shard = s;
                    tasks.add(() -> gradient.sum(shard, weights));
                }
                List<Future<double[]>> parts = pool.invokeAll(tasks);
                for (var part : parts) {
                    part.get();
                }
                for (int j = 0; j < weights.length; j++) {
                    int weight = j;
                    double sum = parts.reversed().stream().mapToDouble(part -> part.resultNow()[weight]).sum();
                    weights[j] = Math.fma(-rate / data.examples(), sum, weights[j]);
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
