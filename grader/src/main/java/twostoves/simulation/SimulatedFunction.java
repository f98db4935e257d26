package twostoves.simulation;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;

/** A function on numbers whose cost is virtual core time. It may be called from any number of threads at once. */
public final class SimulatedFunction implements LongUnaryOperator {

    /** What one call costs, unless it is a cheap one: one virtual millisecond of one core. */
    public static final Duration COST = Duration.ofMillis(1);

    /** What one call of a cheap function costs: one virtual microsecond of one core. */
    public static final Duration CHEAP = Duration.ofNanos(1_000);

    private final LongConsumer charge;
    private final LongUnaryOperator values;

    /**
     * Creates a function of which each call costs {@link #COST}, and is one step of the clock.
     *
     * @param simulation the world it belongs to
     * @param values what it returns; may throw
     */
    public SimulatedFunction(Simulation simulation, LongUnaryOperator values) {
        this(values, number -> simulation.compute(Long.toString(number), number, COST));
    }

    private SimulatedFunction(LongUnaryOperator values, LongConsumer charge) {
        this.values = values;
        this.charge = charge;
    }

    /**
     * Creates a function of which each call costs {@link #CHEAP}, and which may be called a million times: a thread pays for a
     * quantum's worth of calls at once. What does not make up a quantum when a thread ends costs nothing.
     *
     * @param simulation the world it belongs to, whose quantum it takes
     * @param values what it returns; may throw
     * @return the function
     */
    public static SimulatedFunction cheap(Simulation simulation, LongUnaryOperator values) {
        Meter meter = new Meter(simulation);
        long cost = CHEAP.toNanos();
        return new SimulatedFunction(values, number -> meter.charge(number, cost));
    }

    @Override
    public long applyAsLong(long number) {
        charge.accept(number);
        return values.applyAsLong(number);
    }
}
