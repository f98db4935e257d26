package twostoves.report;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a graded session beside its results.
 *
 * @param submission whose code was graded, as people name it
 * @param startedAt when the session began
 * @param duration how long it took in real time, not negative
 * @param seed the seed of all inputs drawn at random
 * @param processors how many processors the graded process believed it had
 */
public record Session(String submission, Instant startedAt, Duration duration, long seed, int processors) {}
