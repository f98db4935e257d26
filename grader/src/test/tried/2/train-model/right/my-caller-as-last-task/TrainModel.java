// Idea: scheduled pool of threads, results through an exchanger-free queue of numbered parts.
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
                BlockingQueue<Map.Entry<Integer, Object>> done = new LinkedTransferQueue<>();
                for (int s = 0; s < shards; s++) {
                    int shard = s;
                    pool.execute(() -> {
                        try {
                            done.add(Map.entry(shard, gradient.sum(shard, weights)));
                        } catch (Throwable e) {
                            done.add(Map.entry(shard, e));
                        }
                    });
                }
                Map<Integer, Object> parts = new TreeMap<>();
                while (parts.size() < shards) {
                    var part = done.take();
                    parts.put(part.getKey(), part.getValue());
                }
                double[] sum = new double[weights.length];
                for (Object part : parts.values()) {
                    if (part instanceof Throwable e) {
                        throw new ExecutionException(e);
                    }
                    Arrays.setAll(sum, j -> sum[j] + ((double[]) part)[j]);
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
