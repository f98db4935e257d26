// Mistake: combined in the order of completion by an exchange of partial sums.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class TrainModel implements TrainModelContract {

    @Override
    public double[] train(Dataset data, int epochs, double rate, GradientFunction gradient, int workers) throws InterruptedException {
        Objects.requireNonNull(gradient);
        int shards = data.shards().size();
        if (workers < 1 || epochs < 0) {
            throw new IllegalArgumentException();
        }
        double[] weights = new double[data.weights()];
        try (var pool = Executors.newFixedThreadPool(Math.min(workers, shards))) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                AtomicReference<double[]> hand = new AtomicReference<>(new double[weights.length]);
                CountDownLatch done = new CountDownLatch(shards);
                List<Callable<Void>> tasks = new ArrayList<>();
                for (int s = 0; s < shards; s++) {
                    int shard = s;
                    tasks.add(() -> {
                        double[] part = gradient.sum(shard, weights);
                        hand.accumulateAndGet(part, (all, mine) -> {
                            double[] both = new double[all.length];
                            Arrays.setAll(both, j -> all[j] + mine[j]);
                            return both;
                        });
                        return null;
                    });
                }
                for (var task : pool.invokeAll(tasks)) {
                    task.get();
                }
                double[] g = hand.get();
                Arrays.setAll(weights, j -> weights[j] - rate * g[j] / data.examples());
            }
            return weights;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof CompletionException) {
                cause = cause.getCause();
            }
            if (cause instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) cause;
        }
    }

}
