// Idea: the calling thread is one of the workers.
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
        int crew = Math.min(workers, shards);
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            for (int epoch = 0; epoch < epochs; epoch++) {
                double[][] slots = new double[shards][];
                List<Future<?>> tasks = new ArrayList<>();
                for (int i = 1; i < crew; i++) {
                    int first = i;
                    tasks.add(pool.submit(() -> {
                        for (int s = first; s < shards; s += crew) {
                            slots[s] = gradient.sum(s, weights);
                        }
                    }));
                }
                RuntimeException own = null;
                try {
                    for (int s = 0; s < shards; s += crew) {
                        slots[s] = gradient.sum(s, weights);
                    }
                } catch (RuntimeException e) {
                    own = e;
                }
                for (Future<?> task : tasks) {
                    task.get();
                }
                if (own != null) {
                    throw own;
                }
                double[] sum = new double[weights.length];
                for (double[] some : slots) {
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
        } finally {
            pool.close();
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
