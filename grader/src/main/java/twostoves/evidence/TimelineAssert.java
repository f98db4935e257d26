package twostoves.evidence;

import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/**
 * AssertJ assertions on what a run did with its time.
 *
 * <p>The examples use the timeline of three requests of 3 s each, sent one after another by one thread: {@code
 * oneAfterAnother}; and of the same requests, sent at once by three threads: {@code atOnce}.
 */
public final class TimelineAssert extends AbstractAssert<TimelineAssert, Timeline> {

    private TimelineAssert(Timeline actual) {
        super(actual, TimelineAssert.class);
    }

    /**
     * Begins assertions on a timeline.
     *
     * @param actual the timeline
     * @return the assertions
     */
    public static TimelineAssert assertThat(Timeline actual) {
        return new TimelineAssert(actual);
    }

    /**
     * Asserts when the learner's method was done.
     *
     * <pre><code class='java'>
     * assertThat(atOnce).hasMakespan(Duration.ofSeconds(3)); // passes
     * assertThat(oneAfterAnother).hasMakespan(Duration.ofSeconds(3)); // fails: it was 9 s
     * </code></pre>
     *
     * @param expected the makespan, to the nanosecond
     * @return these assertions
     */
    public TimelineAssert hasMakespan(Duration expected) {
        return hasTime("a makespan", expected, checked().makespan());
    }

    /**
     * Asserts that never more spans were under way at the same time.
     *
     * <pre><code class='java'>
     * assertThat(oneAfterAnother).hasAtMostInFlight(2); // passes
     * assertThat(atOnce).hasAtMostInFlight(2); // fails: there were 3
     * </code></pre>
     *
     * @param limit the largest number allowed
     * @return these assertions
     */
    public TimelineAssert hasAtMostInFlight(int limit) {
        int peak = checked().maxInFlight();
        if (peak > limit) {
            failWithMessage("expected at most %d in flight at the same time, but there were %d", limit, peak);
        }
        return this;
    }

    /**
     * Asserts that at some instant at least so many spans were under way.
     *
     * <pre><code class='java'>
     * assertThat(atOnce).reachesInFlight(3); // passes
     * assertThat(oneAfterAnother).reachesInFlight(3); // fails: there was never more than 1
     * </code></pre>
     *
     * @param goal the number to be reached
     * @return these assertions
     */
    public TimelineAssert reachesInFlight(int goal) {
        int peak = checked().maxInFlight();
        if (peak < goal) {
            String most = peak == 0 ? "there was never any" : "there " + was(peak) + " never more than " + peak;
            failWithMessage("expected %d in flight at the same time, but %s", goal, most);
        }
        return this;
    }

    /**
     * Asserts what all spans add up to: the time one thread on one core would take.
     *
     * <pre><code class='java'>
     * assertThat(atOnce).hasWork(Duration.ofSeconds(9)); // passes
     * assertThat(atOnce).hasWork(Duration.ofSeconds(3)); // fails: it was 9 s
     * </code></pre>
     *
     * @param expected the work, to the nanosecond
     * @return these assertions
     */
    public TimelineAssert hasWork(Duration expected) {
        return hasTime("work", expected, checked().work());
    }

    /**
     * Asserts what the spans of the busiest thread add up to.
     *
     * <pre><code class='java'>
     * assertThat(atOnce).hasSpan(Duration.ofSeconds(3)); // passes
     * assertThat(oneAfterAnother).hasSpan(Duration.ofSeconds(3)); // fails: it was 9 s
     * </code></pre>
     *
     * @param expected the span of the decomposition, to the nanosecond
     * @return these assertions
     */
    public TimelineAssert hasSpan(Duration expected) {
        return hasTime("a span", expected, checked().span());
    }

    /**
     * Asserts how many threads waited or computed.
     *
     * <pre><code class='java'>
     * assertThat(atOnce).isDoneBy(3); // passes
     * assertThat(oneAfterAnother).isDoneBy(3); // fails: it was done by 1 thread
     * </code></pre>
     *
     * @param threads the number of threads that have any span of their own
     * @return these assertions
     */
    public TimelineAssert isDoneBy(int threads) {
        int owners = checked().byThread().size();
        if (owners != threads) {
            failWithMessage("expected the work to be done by %s, but it was done by %s", count(threads), count(owners));
        }
        return this;
    }

    private Timeline checked() {
        isNotNull();
        return actual;
    }

    private TimelineAssert hasTime(String what, Duration expected, long nanos) {
        if (nanos != expected.toNanos()) {
            failWithMessage(
                    "expected %s of %s, but it was %s", what, Times.ofNanos(expected.toNanos()), Times.ofNanos(nanos));
        }
        return this;
    }

    private static String was(int count) {
        return count == 1 ? "was" : "were";
    }

    private static String count(int threads) {
        return threads == 1 ? "1 thread" : threads + " threads";
    }
}
