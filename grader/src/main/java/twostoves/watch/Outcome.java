package twostoves.watch;

import twostoves.report.Report;

/** What came of judging an exercise. */
sealed interface Outcome {

    /** A verdict: a report on that one exercise, and what the learner's code printed. */
    record Verdict(Report report, String output) implements Outcome {}

    /** There was nothing that could be judged; the message is for the learner. */
    record Nothing(String message) implements Outcome {}

    /** The grader failed, in a way that is not about this exercise; the message is for the learner. */
    record Fault(String message) implements Outcome {}
}
