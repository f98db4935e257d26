package twostoves.sandbox;

import java.time.Duration;
import java.util.function.Supplier;

/** How much longer a process may work: processor time, since it may get little of it on a busy machine. */
final class ProcessorBudget {

    /** How many times its limit it may take by the clock. */
    private static final int PATIENCE = 10;

    private final Supplier<Duration> used;
    private final Duration limit;
    private final Duration usedBefore;
    private final long start = System.nanoTime();

    ProcessorBudget(Supplier<Duration> used, Duration limit) {
        this.used = used;
        this.limit = limit;
        this.usedBefore = used.get();
    }

    boolean isSpent() {
        Duration passed = Duration.ofNanos(System.nanoTime() - start);
        return passed.compareTo(limit.multipliedBy(PATIENCE)) > 0
                || passed.compareTo(limit) > 0 && used.get().minus(usedBefore).compareTo(limit) > 0;
    }
}
