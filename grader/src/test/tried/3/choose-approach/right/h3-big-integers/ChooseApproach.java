// Idea: sums without bounds, in an EnumMap, and an exact comparison.
package twostoves.choosing;

import java.io.IOException;
import java.time.Duration;
import java.math.BigInteger;
import java.util.*;
import java.util.stream.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class ChooseApproach implements ChooseApproachContract {
    public Approach choose(Workload work, int cores) {
        Objects.requireNonNull(work);
        if (cores < 1) { throw new IllegalArgumentException("cores: " + cores); }

        if (work.dependence() == Dependence.EACH_ON_THE_LAST) { return Approach.SEQUENTIAL; }
        var n = BigInteger.valueOf(work.tasks());
        var k = n.min(BigInteger.valueOf(cores));
        var w = BigInteger.valueOf(work.waiting().toNanos());
        var c = BigInteger.valueOf(work.computing().toNanos());
        var rounds = n.add(k).subtract(BigInteger.ONE).divide(k);
        var v = n.multiply(BigInteger.valueOf(1_000));
        var p = k.multiply(BigInteger.valueOf(100_000));
        Map<Approach, BigInteger> times = new EnumMap<>(Approach.class);
        times.put(Approach.BOTH, v.add(p).add(w).add(rounds.multiply(c)));
        times.put(Approach.PARALLEL, p.add(rounds.multiply(w.add(c))));
        times.put(Approach.CONCURRENT, v.add(w).add(n.multiply(c)));
        times.put(Approach.SEQUENTIAL, n.multiply(w.add(c)));
        var limit = Collections.min(times.values()).multiply(BigInteger.valueOf(105));
        return times.entrySet().stream().filter(e -> e.getValue().multiply(BigInteger.valueOf(100)).compareTo(limit) <= 0)
                .map(Map.Entry::getKey).findFirst().orElseThrow();
    }
}
