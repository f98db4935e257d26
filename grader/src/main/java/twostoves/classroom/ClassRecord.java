package twostoves.classroom;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import twostoves.report.Report;

/**
 * What came of a class.
 *
 * @param assignment what it was marked on
 * @param results what came of each submission, by name
 */
record ClassRecord(Assignment assignment, List<ClassResult> results) {

    /** Creates a record; copies what it is given. */
    ClassRecord {
        results = List.copyOf(results);
    }

    /** The weighted score: none where the grader failed, 0 where there was nothing to grade. */
    OptionalInt score(ClassResult result) {
        return switch (result.outcome()) {
            case GRADED -> OptionalInt.of(weighted(result).orElseThrow().weightedScore());
            case REFUSED -> OptionalInt.of(0);
            case FAULT -> OptionalInt.empty();
        };
    }

    /** The report, with the weights of the assignment. */
    Optional<Report> weighted(ClassResult result) {
        return result.report().map(report -> report.withWeights(assignment.weights()));
    }

    /** The score in per cent of the highest one, to two places at most; none where there is no score. */
    Optional<BigDecimal> percent(ClassResult result) {
        OptionalInt score = score(result);
        return score.isEmpty() ? Optional.empty() : Optional.of(percent(score.getAsInt(), assignment.maxScore()));
    }

    static BigDecimal percent(long part, long whole) {
        if (whole == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal percent = BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
        // without the exponent that stripping gives to 100
        return new BigDecimal(percent.stripTrailingZeros().toPlainString());
    }

    long count(ClassResult.Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
