// Idea: added up in pairs, and the pairs in pairs.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
                List<CompletableFuture<double[]>> level = IntStream.range(0, shards)
                        .mapToObj(s -> CompletableFuture.supplyAsync(() -> gradient.sum(s, weights), pool))
                        .toList();
                CompletableFuture.allOf(level.toArray(CompletableFuture[]::new)).join();
                List<double[]> parts = level.stream().map(CompletableFuture::join).toList();
                while (parts.size() > 1) {
                    List<double[]> pairs = new ArrayList<>();
                    for (int i = 0; i < parts.size(); i += 2) {
                        pairs.add(i + 1 < parts.size() ? plus(parts.get(i), parts.get(i + 1)) : parts.get(i));
                    }
                    parts = pairs;
                }
                double[] sum = parts.getFirst();
                for (int j = 0; j < weights.length; j++) {
                    weights[j] -= rate * sum[j] / data.examples();
                }
            }
            return weights;
        } catch (CompletionException e) {
            throw original(e.getCause());
        }
    }

    private static double[] plus(double[] left, double[] right) {
        double[] both = left.clone();
        for (int j = 0; j < both.length; j++) {
            both[j] += right[j];
        }
        return both;
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
