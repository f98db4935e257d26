package twostoves.report;

import twostoves.grading.CheckResult;
import twostoves.grading.ExerciseResult;

/**
 * How a status is shown: by colour, by shape and in words.
 *
 * @param name the name of its colour in the style sheet
 * @param sign a character
 * @param words what it means
 */
record StatusMark(String name, String sign, String words) {

    static StatusMark of(ExerciseResult.Status status) {
        return switch (status) {
            case SOLVED -> new StatusMark("good", "✓", "solved");
            case FAILED -> new StatusMark("bad", "✗", "not solved yet");
            case UNSOLVED -> new StatusMark("none", "·", "not begun");
            case BROKEN -> new StatusMark("bad", "✗", "does not compile");
            case ERROR -> new StatusMark("odd", "!", "the grader failed");
        };
    }

    static StatusMark of(CheckResult.Status status) {
        return switch (status) {
            case PASSED -> new StatusMark("good", "✓", "passed");
            case FAILED -> new StatusMark("bad", "✗", "failed");
            case NOT_REACHED -> new StatusMark("none", "·", "not reached");
            case NOT_MEASURED -> new StatusMark("odd", "~", "not measured, full points");
            case ERROR -> new StatusMark("odd", "!", "the grader failed, full points");
        };
    }

    /** Adds the character to a page, for those who see it. */
    void write(Markup page) {
        page.element("span", sign, "class", "mark " + name, "aria-hidden", "true");
    }
}
