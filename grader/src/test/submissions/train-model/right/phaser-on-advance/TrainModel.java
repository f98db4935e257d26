// Idea: a phaser whose onAdvance takes the step and says when the last one is done.
package twostoves.parallelism;

import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
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
        int parties = Math.min(workers, shards);
        double[][] slots = new double[shards][];
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Phaser phaser = new Phaser(parties) {
            @Override
            protected boolean onAdvance(int phase, int registered) {
                if (failure.get() != null) {
                    return true;
                }
                for (int j = 0; j < weights.length; j++) {
                    double sum = 0;
                    for (double[] slot : slots) {
                        sum += slot[j];
                    }
                    weights[j] -= rate * sum / data.examples();
                }
                return phase + 1 >= epochs;
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(parties)) {
            for (int i = 0; i < parties && epochs > 0; i++) {
                int first = i;
                pool.execute(() -> {
                    while (!phaser.isTerminated()) {
                        try {
                            for (int shard = first; shard < shards; shard += parties) {
                                slots[shard] = gradient.sum(shard, weights);
                            }
                        } catch (Throwable thrown) {
                            failure.compareAndSet(null, thrown);
                        }
                        phaser.arriveAndAwaitAdvance();
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return weights;
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
