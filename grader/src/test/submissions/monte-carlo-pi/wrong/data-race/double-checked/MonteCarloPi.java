// Mistake: the array of hits is made by the first thread that has some, after a look that no lock guards.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import twostoves.contract.MonteCarloPiContract;
import twostoves.kit.HitCounter;

public final class MonteCarloPi implements MonteCarloPiContract {

    @Override
    public double estimate(long samples, int streams, long seed, HitCounter counter, int workers)
            throws InterruptedException {
        Objects.requireNonNull(counter);
        if (samples < 1 || streams < 1 || workers < 1) {
            throw new IllegalArgumentException("samples, streams and workers must be at least 1");
        }

        int count = (int) Math.min(streams, samples);
        int crew = Math.min(workers, count);
        Lazy<long[]> parts = new Lazy<>(() -> new long[count]);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < crew; i++) {
            int first = i;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (int s = first; s < count; s += crew) {
                        parts.get()[s] = counter.hits(new SplittableRandom(seed + 77L * s), share(samples, count, s));
                    }
                } catch (Throwable thrown) {
                    failure.set(thrown);
                }
            }));
        }
        InterruptedException interrupt = null;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupt = e;
                }
            }
        }
        if (interrupt != null) {
            throw interrupt;
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return 4.0 * LongStream.of(parts.get()).sum() / samples;
    }

    private static long share(long samples, long count, int stream) {
        return samples / count + (stream < samples % count ? 1 : 0);
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }

    /** Made when it is first asked for. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            if (made == null) {
                synchronized (this) {
                    if (made == null) {
                        made = maker.get();
                    }
                }
            }
            return made;
        }
    }
}
