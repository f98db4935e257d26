package twostoves.parallelism;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import twostoves.contract.TrainModelContract;
import twostoves.kit.Dataset;
import twostoves.kit.GradientFunction;

/**
 * Exercise 20 with gradients that are added up in pairs, and the pairs in pairs: a tree over the shards.
 *
 * <p>The order of a tree is fixed as well, since it depends on nothing but the number of shards. Prefer it where gradients
 * are long: neighbours are added as soon as both are there, by the workers and not by the caller. Sums in trees also lose
 * less to rounding than sums in a row.
 */
public final class TrainModelWithTree implements TrainModelContract {

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
                var shards = IntStream.range(0, data.shards().size())
                        .mapToObj(shard -> CompletableFuture.supplyAsync(() -> gradient.sum(shard, weights), pool))
                        .toList();
                // All are waited for, also when one fails: the pool is closed on the way out.
                double[] sum = tree(shards).join();
                for (int j = 0; j < weights.length; j++) {
                    weights[j] -= rate * sum[j] / data.examples();
                }
            }
        } catch (CompletionException e) {
            throw original(e.getCause());
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return weights;
    }

    private static CompletableFuture<double[]> tree(List<CompletableFuture<double[]>> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        int middle = parts.size() / 2;
        return tree(parts.subList(0, middle))
                .thenCombine(tree(parts.subList(middle, parts.size())), TrainModelWithTree::sum);
    }

    private static double[] sum(double[] left, double[] right) {
        return IntStream.range(0, left.length)
                .mapToDouble(j -> left[j] + right[j])
                .toArray();
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
