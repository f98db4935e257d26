package twostoves.simulation;

import java.util.List;
import java.util.Optional;
import twostoves.evidence.Stall;
import twostoves.evidence.Timeline;

/**
 * Everything seen in one simulated run.
 *
 * @param end how the run ended
 * @param value what the call returned; empty if it did not, or returned null
 * @param failure what the call threw; empty if it threw nothing
 * @param timeline what was done with the virtual time, and the makespan
 * @param inFlightAtReturn how many requests and computations were still under way when the call ended
 * @param interruptedAtReturn whether the caller's interrupt flag was set when the call ended
 * @param interruptStruck whether the interrupt asked for in the settings came before the call had ended
 * @param spinning the names of threads found burning processor time without waiting; empty if there were none
 * @param firstWait where all threads were when the submission first waited; empty unless asked for
 * @param stalled where everybody waits, if the run ended in a deadlock
 * @param leftovers threads that outlived the call: alive when it had ended and nothing moved any more; empty unless asked
 *     for
 * @param leftNothing whether the call ended and left no request, timer or platform thread of its own behind
 * @param steps how many times the clock moved
 * @param realNanos how long the run took in real time
 * @param <T> what the call returns
 */
public record Run<T>(
        End end,
        Optional<T> value,
        Optional<Throwable> failure,
        Timeline timeline,
        int inFlightAtReturn,
        boolean interruptedAtReturn,
        boolean interruptStruck,
        List<String> spinning,
        List<Stall> firstWait,
        List<Stall> stalled,
        List<Stall> leftovers,
        boolean leftNothing,
        long steps,
        long realNanos) {

    /** How a run ended. */
    public enum End {
        /** The call returned. */
        RETURNED,
        /** The call threw. */
        THREW,
        /** Nobody can move, nothing is due, and the call has not ended. */
        DEADLOCKED,
        /** Nothing is due, the call has not ended, and somebody burns processor time without waiting. */
        SPINNING,
        /** The watchdog's patience in real time ran out, or the clock has moved {@link Simulation#MOST_STEPS} times. */
        OUT_OF_TIME
    }

    /**
     * Tells whether the call came to an end by itself.
     *
     * @return whether it returned or threw
     */
    public boolean ended() {
        return end == End.RETURNED || end == End.THREW;
    }
}
