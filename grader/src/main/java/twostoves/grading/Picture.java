package twostoves.grading;

import java.util.Optional;
import twostoves.evidence.Plan;
import twostoves.evidence.Timeline;

/**
 * A run of the learner's, to be drawn.
 *
 * @param caption what was run, such as {@code 3 requests of 3 s each}
 * @param timeline what was seen
 * @param expectedMakespan how long it should have taken, in virtual nanoseconds; empty if that is not the point
 * @param plan one way to take no longer than that; empty if there is none to show
 */
public record Picture(String caption, Timeline timeline, Optional<Long> expectedMakespan, Optional<Plan> plan) {

    /**
     * Creates a picture without a plan.
     *
     * @param caption what was run
     * @param timeline what was seen
     * @param expectedMakespan how long it should have taken, in virtual nanoseconds; empty if that is not the point
     */
    public Picture(String caption, Timeline timeline, Optional<Long> expectedMakespan) {
        this(caption, timeline, expectedMakespan, Optional.empty());
    }

    /**
     * Draws a plan beside the run.
     *
     * @param better how the same could have been done
     * @return this picture with the plan; without one if that takes longer than expected, so that nobody is shown a plan
     *     which would fail
     */
    public Picture beside(Plan better) {
        boolean inTime =
                expectedMakespan.filter(most -> better.makespan() <= most).isPresent();
        return new Picture(caption, timeline, expectedMakespan, inTime ? Optional.of(better) : Optional.empty());
    }
}
