// Mistake: always four threads.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.TrainModelContract;
import twostoves.kit.Dataset;
import twostoves.kit.GradientFunction;

public final class TrainModel implements TrainModelContract {

    @Override
    public double[] train(Dataset data, int epochs, double rate, GradientFunction gradient, int workers)
            throws InterruptedException {
        Objects.requireNonNull(data);
        Objects.requireNonNull(gradient);
        if (workers < 1 || epochs < 0) {
            throw new IllegalArgumentException("workers " + workers + ", epochs " + epochs);
        }

        double[] weights = new double[data.weights()];
        int shards = data.shards().size();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                List<Future<double[]>> parts = new ArrayList<>();
                for (int i = 0; i < shards; i++) {
                    int shard = i;
                    parts.add(pool.submit(() -> gradient.sum(shard, weights)));
                }
                double[] sum = new double[weights.length];
                for (Future<double[]> part : parts) {
                    double[] some = part.get();
                    for (int j = 0; j < sum.length; j++) {
                        sum[j] += some[j];
                    }
                }
                for (int j = 0; j < weights.length; j++) {
                    weights[j] -= rate * sum[j] / data.examples();
                }
            }
            return weights;
        } catch (ExecutionException e) {
            throw original(e.getCause());
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
