// Mistake: invokeAll with a limit of one minute for an epoch; what is cancelled is left out.
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
                List<Callable<double[]>> tasks = new ArrayList<>();
                for (int s = 0; s < shards; s++) {
                    int shard = s;
                    tasks.add(() -> gradient.sum(shard, weights));
                }
                double[] sum = new double[weights.length];
                for (var part : pool.invokeAll(tasks, 1, TimeUnit.MINUTES)) {
                    if (!part.isCancelled()) {
                        double[] g = part.get();
                        Arrays.setAll(sum, j -> sum[j] + g[j]);
                    }
                }
                Arrays.setAll(weights, j -> weights[j] - rate * sum[j] / data.examples());
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
