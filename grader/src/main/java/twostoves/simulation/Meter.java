package twostoves.simulation;

import java.time.Duration;

/**
 * Charges virtual core time for calls that are too cheap for a step of the clock each: every thread runs up a debt, and pays
 * all of it in one step as soon as it owes a quantum. So a million calls of a microsecond are a thousand steps.
 *
 * <p>While a thread owes something, its clock is slow by that much: less than a quantum. What it still owes when it ends is
 * never paid. Where the shares of all threads are multiples of a quantum, and no thread waits for another within its share,
 * the makespan is exact all the same.
 */
final class Meter {

    /** What one thread owes. Used by that thread only. */
    private static final class Debt {
        private long nanos;
    }

    private final Simulation simulation;
    private final long quantum;
    private final ThreadLocal<Debt> debts = ThreadLocal.withInitial(Debt::new);

    /**
     * Creates a meter.
     *
     * @param simulation the world in which it charges, whose quantum it takes
     */
    Meter(Simulation simulation) {
        this.simulation = simulation;
        this.quantum = simulation.settings().quantum().toNanos();
    }

    /**
     * Charges the current thread for one call, and has it wait for a core if it owes a quantum now.
     *
     * @param number what was computed; stands for all that is paid for by this call, and orders what arrives at the same instant
     * @param nanos the core time it takes; not negative
     */
    void charge(long number, long nanos) {
        Debt debt = debts.get();
        debt.nanos += nanos;
        if (debt.nanos >= quantum) {
            Duration owed = Duration.ofNanos(debt.nanos);
            debt.nanos = 0;
            simulation.compute(Long.toString(number), number, owed);
        }
    }
}
