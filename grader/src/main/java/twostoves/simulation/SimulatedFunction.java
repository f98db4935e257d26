package twostoves.simulation;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/** A function on numbers whose cost is virtual core time. It may be called from any number of threads at once. */
public final class SimulatedFunction implements LongUnaryOperator {

    /** What one call costs: one virtual millisecond of one core. */
    public static final Duration COST = Duration.ofMillis(1);

    private final Simulation simulation;
    private final LongUnaryOperator values;

    /**
     * Creates a function.
     *
     * @param simulation the world it belongs to
     * @param values what it returns; may throw
     */
    public SimulatedFunction(Simulation simulation, LongUnaryOperator values) {
        this.simulation = simulation;
        this.values = values;
    }

    @Override
    public long applyAsLong(long number) {
        simulation.compute(Long.toString(number), number, COST);
        return values.applyAsLong(number);
    }
}
