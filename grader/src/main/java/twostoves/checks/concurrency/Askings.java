package twostoves.checks.concurrency;

import java.util.Collections;
import java.util.List;
import twostoves.evidence.Span;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.simulation.Run;

/** How often each path was asked for. */
public final class Askings {

    private Askings() {}

    /**
     * Demands that each path was asked for as often as it stands in the list.
     *
     * @param run the run; its spans are labelled by path
     * @param paths the list
     */
    public static void demandEachOnce(Run<?> run, List<String> paths) {
        List<String> asked = asked(run);
        for (String path : paths) {
            int due = Collections.frequency(paths, path);
            int actual = Collections.frequency(asked, path);
            if (actual != due) {
                throw CheckFailure.proven(
                        actual > due ? Diagnosis.FETCHED_TWICE : Diagnosis.WRONG_VALUES,
                        path + " stands " + times(due) + " in the list and was asked for " + times(actual) + ".");
            }
        }
    }

    /** Demands that no path of a list without repetitions was asked for again, whatever came of the first time. */
    static void demandNoneTwice(Run<?> run) {
        List<String> asked = asked(run);
        asked.stream()
                .filter(path -> Collections.frequency(asked, path) > 1)
                .findFirst()
                .ifPresent(path -> {
                    boolean failed = run.timeline().spans().stream()
                            .anyMatch(span -> span.label().equals(path) && span.ending() == Span.Ending.FAILED);
                    throw CheckFailure.proven(
                            Diagnosis.FETCHED_TWICE,
                            (failed ? path + " failed, and you asked for it " : "You asked for " + path + " ")
                                    + times(Collections.frequency(asked, path)) + ".");
                });
    }

    private static List<String> asked(Run<?> run) {
        return run.timeline().spans().stream().map(Span::label).toList();
    }

    private static String times(int count) {
        return switch (count) {
            case 0 -> "not at all";
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }
}
