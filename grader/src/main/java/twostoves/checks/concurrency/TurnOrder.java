package twostoves.checks.concurrency;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import twostoves.evidence.Timeline;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Picture;

/** Names what is wrong with the order in which tasks got their turns. */
final class TurnOrder {

    private static final int SHOWN = 12;

    private TurnOrder() {}

    /** Demands that every task had all its slices. */
    static void demandAll(Tasks tasks, Timeline timeline) {
        List<String> actual = Tasks.turns(timeline);
        for (Tasks.Plan plan : tasks.plans()) {
            int done = Collections.frequency(actual, plan.name());
            if (done < plan.slices()) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        plan.name() + " has " + plan.slices() + (plan.slices() == 1 ? " slice" : " slices")
                                + ", and your method ended after " + done + " of them: " + show(actual) + ".");
            }
        }
    }

    /** Demands the order of the rounds, of tasks that had all their slices. */
    static void demand(List<String> expected, List<String> actual, Picture picture) {
        if (actual.equals(expected)) {
            return;
        }
        throw explain(expected, actual).showing(picture);
    }

    private static CheckFailure explain(List<String> expected, List<String> actual) {
        String orders = "The turns are to go " + show(expected) + "; yours go " + show(actual) + ".";
        if (isOneAfterAnother(actual)) {
            return CheckFailure.measured(
                    Diagnosis.RUN_TO_COMPLETION,
                    actual.getFirst() + " runs to its end before " + nextAfter(actual) + " gets its first turn. "
                            + orders);
        }
        for (int i = 0; i < actual.size(); i++) {
            String task = actual.get(i);
            List<String> rest = actual.subList(i + 1, actual.size());
            int next = rest.indexOf(task);
            if (next >= 0) {
                Set<String> waiting = new LinkedHashSet<>(rest.subList(next, rest.size()));
                waiting.remove(task);
                waiting.removeAll(rest.subList(0, next));
                if (!waiting.isEmpty()) {
                    return CheckFailure.measured(
                            Diagnosis.STARVATION,
                            task + " gets two turns, and " + waiting.iterator().next()
                                    + ", which could go on, gets none between them. " + orders);
                }
            }
        }
        return CheckFailure.measured(Diagnosis.WRONG_VALUES, orders);
    }

    /** No task gives way before its end. */
    private static boolean isOneAfterAnother(List<String> actual) {
        Set<String> seen = new LinkedHashSet<>();
        String last = "";
        for (String task : actual) {
            if (!task.equals(last) && !seen.add(task)) {
                return false;
            }
            last = task;
        }
        return true;
    }

    private static String nextAfter(List<String> actual) {
        return actual.stream()
                .filter(task -> !task.equals(actual.getFirst()))
                .findFirst()
                .orElseThrow();
    }

    static String show(List<String> turns) {
        if (turns.isEmpty()) {
            return "no slice at all";
        }
        String shown = turns.stream().limit(SHOWN).collect(Collectors.joining(" "));
        return turns.size() > SHOWN ? shown + " …" : shown;
    }
}
