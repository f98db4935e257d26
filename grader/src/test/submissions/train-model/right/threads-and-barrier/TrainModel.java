// Idea: threads that live for all epochs; the action of the barrier takes the step.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
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
        AtomicBoolean over = new AtomicBoolean();
        CyclicBarrier barrier = new CyclicBarrier(parties, () -> {
            over.set(failure.get() != null);
            if (!over.get()) {
                for (int j = 0; j < weights.length; j++) {
                    double sum = 0;
                    for (double[] slot : slots) {
                        sum += slot[j];
                    }
                    weights[j] -= rate * sum / data.examples();
                }
            }
        });
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < parties; i++) {
            int first = i;
            threads.add(new Thread(() -> {
                try {
                    for (int epoch = 0; epoch < epochs && !over.get(); epoch++) {
                        try {
                            for (int s = first; s < shards; s += parties) {
                                slots[s] = gradient.sum(s, weights);
                            }
                        } catch (Throwable thrown) {
                            failure.compareAndSet(null, thrown);
                        }
                        barrier.await();
                    }
                } catch (InterruptedException | BrokenBarrierException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        threads.forEach(Thread::start);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            throw new InterruptedException();
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
