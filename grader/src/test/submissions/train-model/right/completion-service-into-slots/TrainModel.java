// Idea: taken as they come, put where they belong, added up in order.
package twostoves.parallelism;

import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
            CompletionService<Integer> service = new ExecutorCompletionService<>(pool);
            for (int epoch = 0; epoch < epochs; epoch++) {
                double[][] slots = new double[shards][];
                for (int i = 0; i < shards; i++) {
                    int shard = i;
                    service.submit(() -> {
                        slots[shard] = gradient.sum(shard, weights);
                        return shard;
                    });
                }
                for (int i = 0; i < shards; i++) {
                    service.take().get();
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
