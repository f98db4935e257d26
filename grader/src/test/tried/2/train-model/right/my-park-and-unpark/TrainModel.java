// Idea: a volatile epoch number, written by whoever counts down to zero; the others park until it has changed.
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
        double[][] slots = new double[shards][];
        int crew = Math.min(workers, shards);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable step = () -> {
            if (failure.get() == null) {
                for (int j = 0; j < weights.length; j++) {
                    double sum = 0;
                    for (double[] slot : slots) {
                        sum += slot[j];
                    }
                    weights[j] -= rate * sum / data.examples();
                }
            }
        };
        AtomicInteger left = new AtomicInteger(crew);
        AtomicInteger now = new AtomicInteger();
        Thread[] parked = new Thread[crew];
        AtomicReferenceArray<Thread> waiting = new AtomicReferenceArray<>(crew);
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < crew; w++) {
            int me = w;
            threads.add(new Thread(() -> {
                for (int epoch = 0; epoch < epochs; epoch++) {
                    try {
                        for (int s = me; s < shards && failure.get() == null; s += crew) {
                            slots[s] = gradient.sum(s, weights);
                        }
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                    }
                    int mine = now.get();
                    waiting.set(me, Thread.currentThread());
                    if (left.decrementAndGet() == 0) {
                        left.set(crew);
                        step.run();
                        now.incrementAndGet();
                        for (int i = 0; i < crew; i++) {
                            LockSupport.unpark(waiting.get(i));
                        }
                    }
                    while (now.get() == mine) {
                        LockSupport.park(waiting);
                    }
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
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
        return weights;
    }
}
