package twostoves.grading;

import java.util.Optional;
import twostoves.evidence.Timeline;

/**
 * A run of the learner's, to be drawn.
 *
 * @param caption what was run, such as {@code 3 requests of 3 s each}
 * @param timeline what was seen
 * @param expectedMakespan how long it should have taken, in virtual nanoseconds; empty if that is not the point
 */
public record Picture(String caption, Timeline timeline, Optional<Long> expectedMakespan) {}
