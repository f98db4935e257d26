package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.TrainModelContract;
import twostoves.kit.Dataset;
import twostoves.kit.GradientFunction;

/**
 * The reference for exercise 20: one task for each shard and epoch, in one pool, and the answers added up by the caller in
 * the order of the shards.
 *
 * <p>The workers only ask for gradients. The weights belong to the calling thread, which changes them while no worker reads
 * them: {@code invokeAll} returns when all shards of the epoch are done.
 */
public final class TrainModel implements TrainModelContract {

    @Override
    public double[] train(Dataset data, int epochs, double rate, GradientFunction gradient, int workers)
            throws InterruptedException {
        Objects.requireNonNull(data);
        Objects.requireNonNull(gradient);
        if (workers < 1 || epochs < 0) {
            throw new IllegalArgumentException("workers: " + workers + ", epochs: " + epochs);
        }

        double[] weights = new double[data.weights()];
        try (var pool = Executors.newFixedThreadPool(workers)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                var shards = new ArrayList<Callable<double[]>>();
                for (int i = 0; i < data.shards().size(); i++) {
                    int shard = i;
                    shards.add(() -> gradient.sum(shard, weights));
                }
                double[] sum = new double[weights.length];
                // In the order of the shards, not of completion: rounded sums depend on their order.
                for (Future<double[]> shard : pool.invokeAll(shards)) {
                    add(sum, shard.get());
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

    private static void add(double[] sum, double[] some) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += some[j];
        }
    }

    /** A future wraps what its task threw; the caller is to see the exception of the gradient itself. */
    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
