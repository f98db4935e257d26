package twostoves.classroom;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of a class, in short.
 *
 * @param lines some lines for people
 * @param faults in how many submissions the grader failed
 * @param allSolved whether every submission has solved every exercise
 */
public record Summary(List<String> lines, long faults, boolean allSolved) {

    private static final int MISCONCEPTIONS = 3;

    /** Creates a summary; copies what it is given. */
    public Summary {
        lines = List.copyOf(lines);
    }

    static Summary of(ClassRecord record) {
        List<ClassResult> results = record.results();
        long faults = results.stream().filter(ClassResult::hasFault).count();
        boolean allSolved = results.stream().allMatch(ClassResult::isSolved);
        List<String> lines = new ArrayList<>();
        lines.add(totals(record));
        mostFrequent(results).ifPresent(lines::add);
        long refused = record.count(ClassResult.Outcome.REFUSED);
        if (refused > 0) {
            lines.add(Plural.of(refused, "submission") + " held nothing to grade: see the notes in gradebook.csv.");
        }
        if (faults > 0) {
            lines.add("The grader failed in " + Plural.of(faults, "submission")
                    + ", which costs nobody points: run it again with --resume, and please report it.");
        }
        return new Summary(lines, faults, allSolved);
    }

    private static String totals(ClassRecord record) {
        long solved = record.results().stream().filter(ClassResult::isSolved).count();
        return Plural.of(record.results().size(), "submission") + " · " + solved + " solved everything"
                + mean(record)
                        .map(mean -> " · " + mean.toPlainString() + " % of the points on average")
                        .orElse("");
    }

    static Optional<BigDecimal> mean(ClassRecord record) {
        List<Integer> scores = record.results().stream()
                .map(record::score)
                .map(score -> score.isPresent() ? score.getAsInt() : null)
                .filter(Objects::nonNull)
                .toList();
        long sum = scores.stream().mapToLong(Integer::longValue).sum();
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(ClassRecord.percent(
                                sum, (long) scores.size() * record.assignment().maxScore())
                        .setScale(0, RoundingMode.HALF_UP));
    }

    private static Optional<String> mostFrequent(List<ClassResult> results) {
        String list = Misconception.of(results).stream()
                .limit(MISCONCEPTIONS)
                .map(found ->
                        found.diagnosis().id() + " (" + found.submissions().size() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of("Most frequent: " + list + ".").filter(line -> !list.isEmpty());
    }
}
