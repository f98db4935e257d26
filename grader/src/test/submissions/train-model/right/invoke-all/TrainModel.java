// Idea: invokeAll for each epoch, and new weights for each.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
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
        double[] now = weights;
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(workers, shards));
        try {
            for (int epoch = 0; epoch < epochs; epoch++) {
                double[] asked = now;
                List<Callable<double[]>> tasks = new ArrayList<>();
                for (int i = 0; i < shards; i++) {
                    int shard = i;
                    tasks.add(() -> gradient.sum(shard, asked));
                }
                double[] next = asked.clone();
                for (Future<double[]> part : pool.invokeAll(tasks)) {
                    double[] some = part.get();
                    for (int j = 0; j < next.length; j++) {
                        next[j] -= rate / data.examples() * some[j];
                    }
                }
                now = next;
            }
            return now;
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
