package twostoves.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a graded session beside its results.
 *
 * @param submission whose code was graded, as people name it
 * @param startedAt when the session began
 * @param duration how long it took in real time, not negative
 * @param seed the seed of all inputs drawn at random
 * @param processors how many processors the graded process believed it had
 * @param deviations what was measured once and not again: defects of the grader, which cost nobody anything
 */
public record Session(
        String submission, Instant startedAt, Duration duration, long seed, int processors, List<String> deviations) {

    /** Creates a session; copies what it is given. */
    public Session {
        deviations = List.copyOf(deviations);
    }
}
