// Idea: a tree of tasks over the shards in an own fork/join pool, for each epoch; the sums are made along the tree, which is always the same.
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
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        class Shards extends RecursiveTask<double[]> {
            final int from;
            final int to;
            Shards(int from, int to) {
                this.from = from;
                this.to = to;
            }
            @Override
            protected double[] compute() {
                if (to - from == 1) {
                    try {
                        return failure.get() == null ? gradient.sum(from, weights) : new double[weights.length];
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                        return new double[weights.length];
                    }
                }
                int middle = (from + to) / 2;
                Shards right = new Shards(middle, to);
                right.fork();
                double[] left = new Shards(from, middle).compute();
                double[] other = right.join();
                return IntStream.range(0, left.length).mapToDouble(j -> left[j] + other[j]).toArray();
            }
        }
        try (ForkJoinPool pool = new ForkJoinPool(Math.min(workers, shards))) {
            for (int epoch = 0; epoch < epochs && failure.get() == null; epoch++) {
                double[] sum = pool.submit(new Shards(0, shards)).get();
                if (failure.get() == null) {
                    for (int j = 0; j < weights.length; j++) {
                        weights[j] -= rate * sum[j] / data.examples();
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return weights;
    }
}
