package twostoves.sandbox;

/** What comes back when a worker is asked to judge one exercise. */
sealed interface Answer {

    /** The verdict. */
    record Judged(Reply reply) implements Answer {}

    /** The process ended first, and nobody but the submission can have ended it. */
    record Died(int exitCode) implements Answer {}

    /** It did not answer in time. */
    record Silent() implements Answer {}

    /** It was ended because it took too much of something. */
    record Excessive(String what) implements Answer {}

    /** What came is not the one verdict that was asked for. */
    record Garbled(String why) implements Answer {}

    /** The grader is at fault: the worker did not start, or failed by itself. */
    record Unfit(String why) implements Answer {}
}
