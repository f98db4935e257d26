// Mistake: the caller takes a step for each shard that is done, while others read the weights.
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
            CompletionService<double[]> service = new ExecutorCompletionService<>(pool);
            for (int epoch = 0; epoch < epochs; epoch++) {
                for (int i = 0; i < shards; i++) {
                    int shard = i;
                    service.submit(() -> gradient.sum(shard, weights));
                }
                for (int i = 0; i < shards; i++) {
                    double[] some = service.take().get();
                    for (int j = 0; j < weights.length; j++) {
                        weights[j] -= rate * some[j] / data.examples();
                    }
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
