// Mistake: reckons in milliseconds, of which a short time has none.
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

        double best = Stream.of(Approach.values()).mapToDouble(a -> seconds(a, work, cores)).min().getAsDouble();
        for (Approach a : Approach.values()) { if (seconds(a, work, cores) / best < 1.055) { return a; } }
        return Approach.BOTH;
    }

    private static double seconds(Approach a, Workload work, int cores) {
        double n = work.tasks(), k = Math.min(n, cores), w = work.waiting().toMillis() * 1_000_000L / 1e9, c = work.computing().toMillis() * 1_000_000L / 1e9;
        boolean chain = work.dependence() != Dependence.NONE;
        double rounds = chain ? n : Math.ceil(n / k);
        return switch (a) {
            case SEQUENTIAL -> n * (w + c);
            case CONCURRENT -> n * 1e-6 + (chain ? n * (w + c) : w + n * c);
            case PARALLEL -> k * 1e-4 + rounds * (w + c);
            case BOTH -> n * 1e-6 + k * 1e-4 + (chain ? n * (w + c) : w + rounds * c);
        };
    }
}
