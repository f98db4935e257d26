// Mistake: joins each thread one minute at the most.
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
    @Override
    public double estimate(long samples, int streams, long seed, HitCounter counter, int workers) throws InterruptedException {
        Objects.requireNonNull(counter);
        if (samples < 1 || streams < 1 || workers < 1) {
            throw new IllegalArgumentException();
        }
        int count = (int) Math.min(samples, streams);
        int crew = Math.min(workers, count);
        AtomicLongArray hits = new AtomicLongArray(count);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < crew; w++) {
            int me = w;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (int s = me; s < count && failure.get() == null; s += crew) {
                        hits.set(s, counter.hits(new SplittableRandom(seed ^ s * 0x9e3779b97f4a7c15L * 3), samples / count + (s < samples % count ? 1 : 0)));
                    }
                } catch (RuntimeException e) {
                    failure.set(e);
                }
            }));
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            for (boolean joined = false; !joined; ) {
                try {
                    thread.join(60_000);
                    joined = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        long sum = IntStream.range(0, count).mapToLong(hits::get).sum();
        return 4.0 * sum / samples;
    }
}
