// Mistake: parts in a concurrent queue, in the order of completion.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                Queue<double[]> all = new ConcurrentLinkedQueue<>();
                List<Future<?>> tasks = new ArrayList<>();
                for (int i = 0; i < shards; i++) {
                    int shard = i;
                    tasks.add(pool.submit(() -> {
                        double[] some = gradient.sum(shard, weights);
                        all.add(some);
                    }));
                }
                for (Future<?> task : tasks) {
                    task.get();
                }
                double[] sum = new double[weights.length];
                for (double[] some : all) {
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
