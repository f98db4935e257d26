package twostoves.checks.parallelism;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.contract.SplitRangeContract;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.kit.Range;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** What is demanded of {@code split-range}. */
@Grades(id = "split-range", number = 12, track = Track.PARALLELISM, contract = SplitRangeContract.class)
public abstract class SplitRangeChecks {

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_THREADS);

    /** A range and a number of parts. */
    private record Split(Range whole, int parts) {
        @Override
        public String toString() {
            return "split(" + whole + ", " + parts + ")";
        }
    }

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<SplitRangeContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "covers-exactly", kind = Kind.VALUES, points = 3)
    @Order(2)
    @DisplayName("covers the range exactly, without gap or overlap")
    void coversExactly(Subject<SplitRangeContract> subject, RandomGenerator random) {
        List<Split> ordinary = ordinary(random);
        answers(subject, ordinary).forEach(SplitRangeChecks::demandCover);
    }

    @Check(
            id = "number-of-parts",
            kind = Kind.VALUES,
            points = 1,
            needs = {"covers-exactly"})
    @Order(3)
    @DisplayName("makes as many chunks as asked, none of them empty")
    void numberOfParts(Subject<SplitRangeContract> subject, RandomGenerator random) {
        answers(subject, ordinary(random)).forEach((split, chunks) -> {
            demandNoneEmpty(split, chunks);
            long due = Math.min(split.parts(), split.whole().size());
            if (chunks.size() != due) {
                boolean sizes = chunks.getFirst().size() == split.parts();
                throw CheckFailure.proven(
                        sizes ? Diagnosis.SIZE_TAKEN_FOR_COUNT : Diagnosis.UNBALANCED_CHUNKS,
                        split + " is to make " + due + " chunks; yours makes " + chunks.size() + ": " + show(chunks)
                                + ".");
            }
        });
    }

    @Check(
            id = "balanced",
            kind = Kind.VALUES,
            points = 2,
            needs = {"number-of-parts"})
    @Order(4)
    @DisplayName("makes chunks whose sizes differ by at most one")
    void balanced(Subject<SplitRangeContract> subject, RandomGenerator random) {
        answers(subject, ordinary(random)).forEach(SplitRangeChecks::demandBalance);
    }

    @Check(
            id = "far-ends",
            kind = Kind.EDGES,
            points = 2,
            needs = {"balanced", "keeps-the-rules"})
    @Order(5)
    @DisplayName("works at the far ends of long")
    void farEnds(Subject<SplitRangeContract> subject) {
        List<Split> far = new ArrayList<>();
        for (int parts : List.of(1, 2, 3, 7, 64)) {
            far.add(new Split(new Range(Long.MAX_VALUE - 100, Long.MAX_VALUE), parts));
            far.add(new Split(new Range(Long.MIN_VALUE, Long.MIN_VALUE + 100), parts));
            far.add(new Split(new Range(0, Long.MAX_VALUE), parts));
            far.add(new Split(new Range(-1, Long.MAX_VALUE - 1), parts));
            far.add(new Split(new Range(Long.MIN_VALUE, -1), parts));
            far.add(new Split(new Range(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2), parts));
            far.add(new Split(new Range(0, 3L * Integer.MAX_VALUE), parts));
        }
        // not more: to look at every part is slow there, but not wrong
        far.add(new Split(new Range(5, 8), 1_000_000));
        try {
            answers(subject, far).forEach((split, chunks) -> {
                demandCover(split, chunks);
                demandNoneEmpty(split, chunks);
                demandBalance(split, chunks);
            });
        } catch (CheckFailure failure) {
            throw switch (failure.diagnosis()) {
                case NEVER_RETURNS, FORBIDDEN_CALL, OUT_OF_MEMORY -> failure;
                default ->
                    CheckFailure.proven(Diagnosis.RANGE_OVERFLOW, failure.getMessage())
                            .at(failure.place());
            };
        }
    }

    @Check(id = "arguments", kind = Kind.EDGES, points = 1)
    @Order(6)
    @DisplayName("refuses null and fewer than one part")
    void arguments(Subject<SplitRangeContract> subject) {
        Range ten = new Range(0, 10);
        Arguments<SplitRangeContract> arguments = new Arguments<SplitRangeContract>()
                .mustThrow(NullPointerException.class, "split(null, 2)", (splitter, world) -> splitter.split(null, 2))
                .mustThrow(
                        IllegalArgumentException.class,
                        "split([3, 3), 0)",
                        (splitter, world) -> splitter.split(new Range(3, 3), 0));
        for (int parts : List.of(0, -1, Integer.MIN_VALUE)) {
            arguments.mustThrow(
                    IllegalArgumentException.class,
                    "split([0, 10), " + parts + ")",
                    (splitter, world) -> splitter.split(ten, parts));
        }
        arguments.check(subject);
    }

    /** Every size up to 40 with every number of parts up to 12, begun anywhere, in an order that tells nothing. */
    private static List<Split> ordinary(RandomGenerator random) {
        List<Split> splits = new ArrayList<>();
        splits.add(new Split(new Range(0, 10), 4));
        for (int size = 0; size <= 40; size++) {
            for (int parts = 1; parts <= 12; parts++) {
                long from = random.nextInt(-1_000, 1_000);
                splits.add(new Split(new Range(from, from + size), parts));
            }
        }
        splits.add(new Split(new Range(0, 1_000_003), 8));
        return splits;
    }

    /** Calls the learner's code for all of them, in one run. */
    private static Map<Split, List<Range>> answers(Subject<SplitRangeContract> subject, List<Split> splits) {
        String caption = splits.size() + " ranges";
        Run<Map<Split, List<Range>>> run = subject.run(Settings.STANDARD, (splitter, world) -> {
            Map<Split, List<Range>> answers = new LinkedHashMap<>();
            Map<Split, List<Range>> kept = new LinkedHashMap<>();
            for (Split split : splits) {
                List<Range> chunks = splitter.split(split.whole(), split.parts());
                if (chunks == null || chunks.stream().anyMatch(Objects::isNull)) {
                    throw CheckFailure.proven(
                            Diagnosis.WRONG_VALUES,
                            split + " returned " + (chunks == null ? "null." : "a list with null in it."));
                }
                answers.put(split, List.copyOf(chunks));
                kept.put(split, chunks);
            }
            kept.forEach((split, chunks) -> demandUnchanged(split, answers.get(split), chunks));
            return answers;
        });
        if (run.failure().isPresent() && run.failure().get() instanceof CheckFailure failure) {
            throw failure;
        }
        return Endings.valueOf(run, subject.exercise(), caption);
    }

    /** A list that a later call has changed. */
    private static void demandUnchanged(Split split, List<Range> then, List<Range> now) {
        if (!now.equals(then)) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    says(split, then) + " at first. After later calls the same list is " + show(now)
                            + ": each call is to return a list of its own.");
        }
    }

    private static void demandCover(Split split, List<Range> chunks) {
        long at = split.whole().from();
        boolean ascending = isAscending(chunks);
        for (int i = 0; i < chunks.size(); i++) {
            Range chunk = chunks.get(i);
            boolean startsTooEarly = i == 0 && chunk.from() != at && !isWithin(chunk, split.whole());
            if (startsTooEarly || !ascending) {
                throw CheckFailure.proven(Diagnosis.WRONG_VALUES, says(split, chunks) + ".");
            }
            if (chunk.from() != at) {
                String what = chunk.from() > at ? at + " is in no chunk" : chunk.from() + " is in two chunks";
                throw CheckFailure.proven(
                        Diagnosis.GAP_OR_OVERLAP,
                        says(split, chunks) + ": " + (i == 0 ? at + " is in no chunk" : what) + ".");
            }
            at = chunk.to();
        }
        if (at < split.whole().to()) {
            boolean onlyRemainder = split.whole().to() - at < split.parts() && evenSizes(chunks);
            throw CheckFailure.proven(
                    onlyRemainder ? Diagnosis.REMAINDER_DROPPED : Diagnosis.GAP_OR_OVERLAP,
                    says(split, chunks) + ": " + new Range(at, split.whole().to()) + " is in no chunk.");
        }
        if (at > split.whole().to()) {
            throw CheckFailure.proven(
                    Diagnosis.GAP_OR_OVERLAP,
                    says(split, chunks) + ": it goes on to " + at + ", beyond the end of the range.");
        }
    }

    private static boolean isWithin(Range chunk, Range whole) {
        return chunk.from() >= whole.from() && chunk.to() <= whole.to();
    }

    private static boolean isAscending(List<Range> chunks) {
        for (int i = 1; i < chunks.size(); i++) {
            if (chunks.get(i).from() < chunks.get(i - 1).from()) {
                return false;
            }
        }
        return true;
    }

    private static boolean evenSizes(List<Range> chunks) {
        return chunks.stream().mapToLong(Range::size).distinct().count() <= 1;
    }

    private static void demandNoneEmpty(Split split, List<Range> chunks) {
        if (chunks.stream().anyMatch(Range::isEmpty)) {
            throw CheckFailure.proven(
                    Diagnosis.EMPTY_CHUNK, says(split, chunks) + ": there is a chunk with nothing in it.");
        }
    }

    private static void demandBalance(Split split, List<Range> chunks) {
        long smallest = chunks.stream().mapToLong(Range::size).min().orElse(0);
        long largest = chunks.stream().mapToLong(Range::size).max().orElse(0);
        if (largest - smallest > 1) {
            throw CheckFailure.proven(
                    Diagnosis.UNBALANCED_CHUNKS,
                    says(split, chunks) + ": the largest chunk has " + largest + ", the smallest " + smallest + ".");
        }
    }

    private static String says(Split split, List<Range> chunks) {
        return split + " is " + show(chunks);
    }

    private static String show(List<Range> chunks) {
        int shown = 6;
        String text = chunks.stream().limit(shown).map(Range::toString).toList().toString();
        return chunks.size() <= shown ? text : text.substring(0, text.length() - 1) + ", …]";
    }
}
