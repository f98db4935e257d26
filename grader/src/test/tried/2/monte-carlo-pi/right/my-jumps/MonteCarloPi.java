// Idea: one generator of a jumpable kind, whose jumps are far-apart streams made in order.
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
        RandomGenerator.JumpableGenerator first = (RandomGenerator.JumpableGenerator)
                RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
        List<RandomGenerator> generators = first.jumps(count).toList();
        try (var pool = Executors.newFixedThreadPool(Math.min(workers, count))) {
            List<Future<Long>> hits = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                RandomGenerator generator = generators.get(i);
                long share = samples / count + (i < samples % count ? 1 : 0);
                hits.add(pool.submit(() -> counter.hits(generator, share)));
            }
            BigInteger all = BigInteger.ZERO;
            for (Future<Long> one : hits) {
                all = all.add(BigInteger.valueOf(one.get()));
            }
            return new BigDecimal(all.shiftLeft(2)).divide(BigDecimal.valueOf(samples), MathContext.DECIMAL128).doubleValue();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
    }
}
