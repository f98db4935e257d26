// Idea: a slot for each shard, filled by workers that draw the next number.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
        try (ExecutorService pool = Executors.newFixedThreadPool(crew)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                double[][] slots = new double[shards][];
                AtomicInteger next = new AtomicInteger();
                List<Callable<Void>> tasks = new ArrayList<>();
                for (int i = 0; i < crew; i++) {
                    tasks.add(() -> {
                        for (int s = next.getAndIncrement(); s < shards; s = next.getAndIncrement()) {
                            slots[s] = gradient.sum(s, weights);
                        }
                        return null;
                    });
                }
                for (Future<Void> task : pool.invokeAll(tasks)) {
                    task.get();
                }
                for (int j = 0; j < weights.length; j++) {
                    double sum = 0;
                    for (double[] slot : slots) {
                        sum += slot[j];
                    }
                    weights[j] -= rate * (sum / data.examples());
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
