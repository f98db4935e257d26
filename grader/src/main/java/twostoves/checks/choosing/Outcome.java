package twostoves.checks.choosing;

import twostoves.evidence.Timeline;
import twostoves.evidence.Times;
import twostoves.kit.Approach;

/**
 * What an approach has come to when it was run.
 *
 * @param approach the approach
 * @param timeline what was seen
 * @param platformThreads how many threads that are not virtual had a part in it, the calling one among them
 * @param virtualThreads how many virtual threads had a part in it
 */
record Outcome(Approach approach, Timeline timeline, long platformThreads, long virtualThreads) {

    /** Virtual nanoseconds. */
    long makespan() {
        return timeline.makespan();
    }

    String length() {
        return Times.ofNanos(makespan());
    }

    /** For example {@code 9 threads and 200 virtual}. */
    String threads() {
        String platform = platformThreads + (platformThreads == 1 ? " thread" : " threads");
        return virtualThreads == 0 ? platform : platform + " and " + virtualThreads + " virtual";
    }
}
