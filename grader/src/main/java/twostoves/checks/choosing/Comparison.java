package twostoves.checks.choosing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import twostoves.evidence.Plan;
import twostoves.grading.Picture;
import twostoves.kit.Approach;

/**
 * What the four approaches have come to for one workload.
 *
 * @param question the workload, and the machine
 * @param outcomes one for each approach, in their order
 */
record Comparison(Question question, List<Outcome> outcomes) {

    /** In hundredths of the shortest makespan: what is not longer is good enough. */
    private static final long GOOD_ENOUGH = 105;

    /** Runs all four. */
    static Comparison of(Question question) {
        return new Comparison(
                question,
                Arrays.stream(Approach.values())
                        .map(approach -> Machine.run(approach, question.work(), question.cores()))
                        .toList());
    }

    Outcome of(Approach approach) {
        return outcomes.get(approach.ordinal());
    }

    long shortest() {
        return outcomes.stream().mapToLong(Outcome::makespan).min().orElseThrow();
    }

    /** The approach to choose: of those that are good enough the one with the fewest threads. */
    Approach right() {
        long shortest = shortest();
        return outcomes.stream()
                .filter(outcome -> outcome.makespan() * 100 <= shortest * GOOD_ENOUGH)
                .findFirst()
                .map(Outcome::approach)
                .orElseThrow();
    }

    /** One line for each approach, under a heading. */
    String table(Approach chosen) {
        return outcomes.stream()
                .map(outcome -> line(
                        outcome.approach().name().toLowerCase(Locale.ROOT),
                        outcome.length(),
                        outcome.threads(),
                        outcome.approach() == chosen ? "yours" : outcome.approach() == right() ? "to be chosen" : ""))
                .collect(Collectors.joining("\n", line("", "makespan", "threads", "") + "\n", ""));
    }

    private static String line(String name, String makespan, String threads, String remark) {
        return "  %-10s  %12s   %-26s %s"
                .formatted(name, makespan, threads, remark)
                .stripTrailing();
    }

    /** Draws one of the runs; the caption has the makespans of all. */
    Picture picture(Approach approach) {
        String all = outcomes.stream()
                .map(outcome -> outcome.approach().name().toLowerCase(Locale.ROOT) + " " + outcome.length())
                .collect(Collectors.joining(", "));
        return new Picture(
                        question.what() + ": " + all,
                        of(approach).timeline(),
                        Optional.of(of(right()).makespan()))
                .beside(Plan.of(of(right()).timeline()));
    }
}
