package twostoves.checks.parallelism;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import twostoves.evidence.Ownership;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.kit.Range;

/**
 * Work that is cut into items, any of which any worker may take, and how to speak of it.
 *
 * @param thing the name of one item, such as {@code document}
 * @param done what is done with it, such as {@code split}
 * @param items how many there are, numbered from 0
 * @param workers how many workers were asked for
 */
record Job(String thing, String done, int items, int workers) {

    /** How many threads are to be at work. */
    int due() {
        return Math.min(items, workers);
    }

    /** Those who do it. */
    Crew crew() {
        return new Crew(thing + "s", done, thing);
    }

    String caption(int cores) {
        String on = cores == Integer.MAX_VALUE ? "" : ", " + cores + (cores == 1 ? " core" : " cores");
        return count(items) + ", " + workers + (workers == 1 ? " worker" : " workers") + on;
    }

    String count(long number) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /**
     * Lists the items, for a plan.
     *
     * @param cost what the item of an index costs, in virtual nanoseconds
     */
    List<Plan.Task> tasks(IntToLongFunction cost) {
        return IntStream.range(0, items)
                .mapToObj(item -> new Plan.Task(thing + " " + item, Span.Activity.COMPUTING, cost.applyAsLong(item)))
                .toList();
    }

    /**
     * Demands that every item was taken once.
     *
     * @throws CheckFailure for items left out or taken twice
     */
    void demandEachOnce(Ownership ownership) {
        Set<Long> missing = ownership.missing(new Range(0, items));
        if (!missing.isEmpty()) {
            boolean tail = missing.size() == items % workers && missing.contains(items - 1L);
            throw CheckFailure.proven(
                    tail ? Diagnosis.REMAINDER_DROPPED : Diagnosis.GAP_OR_OVERLAP,
                    "Of " + count(items) + " on " + workers + (workers == 1 ? " worker" : " workers") + " you never "
                            + done + " " + some(missing) + ", counted from 0.");
        }
        Set<Long> repeated = ownership.repeated();
        if (!repeated.isEmpty()) {
            throw CheckFailure.proven(
                    Diagnosis.WORK_DONE_TWICE,
                    "Of " + count(items) + " on " + workers + (workers == 1 ? " worker" : " workers") + " you " + done
                            + " more than once: " + some(repeated) + ", counted from 0.");
        }
    }

    private String some(Set<Long> numbers) {
        int shown = 5;
        String listed = new TreeSet<>(numbers)
                .stream().limit(shown).map(Object::toString).collect(Collectors.joining(", "));
        String more = numbers.size() > shown ? ", … (" + numbers.size() + " in all)" : "";
        return (numbers.size() == 1 ? thing : thing + "s") + " " + listed + more;
    }
}
