// Idea: a generator of its own, a hash of seed, stream and a counter; a DoubleAdder of whole numbers, which are exact in any order.
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

public class MonteCarloPi implements MonteCarloPiContract {
    private static final class Hashed implements RandomGenerator {
        private final long key;
        private long counter;
        Hashed(long seed, int stream) {
            key = mix(seed ^ mix(stream + 0x632be59bd9b4e019L));
        }
        @Override
        public long nextLong() {
            return mix(key + mix(++counter));
        }
        private static long mix(long z) {
            z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
            z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
            return z ^ z >>> 31;
        }
    }
    @Override
    public double estimate(long samples, int streams, long seed, HitCounter counter, int workers) throws InterruptedException {
        Objects.requireNonNull(counter);
        if (samples < 1 || streams < 1 || workers < 1) {
            throw new IllegalArgumentException();
        }
        int count = (int) Math.min(samples, streams);
        LongAdder hits = new LongAdder();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Phaser phaser = new Phaser(1);
        Thread[] crew = new Thread[Math.min(workers, count)];
        for (int w = 0; w < crew.length; w++) {
            int me = w;
            phaser.register();
            crew[w] = new Thread(() -> {
                try {
                    for (int s = me; s < count && failure.get() == null; s += crew.length) {
                        hits.add(counter.hits(new Hashed(seed, s), samples / count + (s < samples % count ? 1 : 0)));
                    }
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                } finally {
                    phaser.arriveAndDeregister();
                }
            });
            crew[w].start();
        }
        phaser.arriveAndAwaitAdvance();
        for (Thread thread : crew) {
            while (thread.isAlive()) {
                Thread.onSpinWait();
                boolean flag = Thread.interrupted();
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    flag = true;
                }
                if (flag) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
        return hits.sum() * 4.0 / samples;
    }
}
