package twostoves.parallelism;

import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.TrainModelContract;
import twostoves.kit.Dataset;
import twostoves.kit.GradientFunction;

/**
 * Exercise 20 with workers that live for all epochs, a slot for the gradient of each shard, and a {@link Phaser}.
 *
 * <p>Every worker has every nth shard. When all have arrived, one of them adds up the slots in order and takes the step,
 * while the others wait. Prefer it where epochs are many and short. A worker that fails leaves the phaser.
 */
public final class TrainModelWithSlots implements TrainModelContract {

    @Override
    public double[] train(Dataset data, int epochs, double rate, GradientFunction gradient, int workers)
            throws InterruptedException {
        Objects.requireNonNull(data);
        Objects.requireNonNull(gradient);
        if (workers < 1 || epochs < 0) {
            throw new IllegalArgumentException("workers: " + workers + ", epochs: " + epochs);
        }

        double[] weights = new double[data.weights()];
        int shards = data.shards().size();
        int parties = Math.min(workers, shards);
        var slots = new double[shards][];
        var failure = new AtomicReference<Throwable>();
        var epoch = new Phaser(parties) {
            @Override
            protected boolean onAdvance(int phase, int registered) {
                boolean over = failure.get() != null || registered == 0;
                if (!over) {
                    step(weights, slots, rate, data.examples());
                }
                return over;
            }
        };
        try (var pool = Executors.newFixedThreadPool(parties)) {
            for (int i = 0; i < parties; i++) {
                int first = i;
                pool.execute(() -> {
                    try {
                        for (int done = 0; done < epochs && !epoch.isTerminated(); done++) {
                            for (int shard = first; shard < shards; shard += parties) {
                                slots[shard] = gradient.sum(shard, weights);
                            }
                            epoch.arriveAndAwaitAdvance();
                        }
                    } catch (Throwable thrown) {
                        failure.compareAndSet(null, thrown);
                        epoch.arriveAndDeregister();
                    }
                });
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        switch (failure.get()) {
            case null -> {
                return weights;
            }
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private static void step(double[] weights, double[][] slots, double rate, long examples) {
        for (int j = 0; j < weights.length; j++) {
            double sum = 0;
            for (double[] slot : slots) {
                sum += slot[j];
            }
            weights[j] -= rate * sum / examples;
        }
    }
}
