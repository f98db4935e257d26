package twostoves.checks.parallelism;

import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import twostoves.evidence.Ownership;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
import twostoves.kit.Image;
import twostoves.kit.Range;

/** Names what is wrong with how the pixels of an image were shared out. */
final class Pixels {

    static final Crew CREW = new Crew("pixels", "computed", "band");

    private Pixels() {}

    /** Demands that each pixel was computed once. */
    static void demandEachOnce(Ownership ownership, Image source, int workers) {
        int width = source.width();
        Set<Long> missing = ownership.missing(new Range(0, (long) width * source.height()));
        Set<Long> repeated = ownership.repeated();
        if (!missing.isEmpty()) {
            throw missing(missing, source, workers);
        }
        if (!repeated.isEmpty()) {
            Set<Long> rows = rowsOf(repeated, width);
            boolean borders = rows.size() < workers && !rows.contains(0L);
            throw CheckFailure.proven(
                    borders ? Diagnosis.GAP_OR_OVERLAP : Diagnosis.WORK_DONE_TWICE,
                    "Of " + source + " on " + workers + " workers you computed " + repeated.size()
                            + " pixels more than once, in " + rows(rows) + ".");
        }
    }

    private static CheckFailure missing(Set<Long> missing, Image source, int workers) {
        int width = source.width();
        Set<Long> rows = rowsOf(missing, width);
        boolean wholeRows = missing.size() == rows.size() * width;
        boolean lastRows = rows.contains(source.height() - 1L) && rows.size() == source.height() % workers;
        boolean edges = missing.stream()
                .allMatch(pixel -> pixel % width == 0
                        || pixel % width == width - 1
                        || pixel / width == 0
                        || pixel / width == source.height() - 1);
        Diagnosis diagnosis = wholeRows && lastRows
                ? Diagnosis.REMAINDER_DROPPED
                : edges && !(wholeRows && rows.size() == 1) ? Diagnosis.EDGES_LEFT_OUT : Diagnosis.GAP_OR_OVERLAP;
        return CheckFailure.proven(
                diagnosis,
                "Of " + source + " on " + workers + " workers you never computed " + missing.size()
                        + (missing.size() == 1 ? " pixel" : " pixels") + ", in " + rows(rows) + ".");
    }

    private static Set<Long> rowsOf(Set<Long> pixels, int width) {
        return pixels.stream().map(pixel -> pixel / width).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String rows(Set<Long> rows) {
        int shown = 5;
        String some = rows.stream().limit(shown).map(Object::toString).collect(Collectors.joining(", "));
        return (rows.size() == 1 ? "row " : "rows ") + some + (rows.size() > shown ? ", …" : "");
    }

    /** The pixels of the largest of so many even bands, of rows or of columns, whichever is larger. */
    static long largestBand(Image source, int workers) {
        return Math.max(
                Math.ceilDiv(source.height(), workers) * (long) source.width(),
                Math.ceilDiv(source.width(), workers) * (long) source.height());
    }

    /** How many threads are due at the least. */
    static int fewestThreads(Image source, int workers) {
        return Math.min(workers, Math.min(source.width(), source.height()));
    }

    /**
     * Explains a makespan that was too long.
     *
     * @param observed a run that looked around
     * @param took the makespans compared, a sentence
     */
    static CheckFailure explain(Subject.Observed<?> observed, Image source, int workers, String took) {
        return CREW.oneAtATime(observed, workers, took)
                .or(() -> CREW.wrongKind(observed, " " + took))
                .or(() -> CREW.wrongNumber(observed, fewestThreads(source, workers), workers, " " + took))
                .orElseGet(() -> uneven(observed.run().timeline().ownership(), took));
    }

    private static CheckFailure uneven(Ownership ownership, String took) {
        LongSummaryStatistics shares = ownership.items().values().stream()
                .flatMapToLong(own -> LongStream.of(own.size()))
                .summaryStatistics();
        return Optional.of(shares)
                .filter(sizes -> sizes.getMax() > sizes.getMin())
                .map(sizes -> CheckFailure.measured(
                        Diagnosis.UNBALANCED_CHUNKS,
                        "The largest share has " + sizes.getMax() + " pixels, the smallest " + sizes.getMin() + ". "
                                + took))
                .orElseGet(() -> CheckFailure.measured(
                        Diagnosis.UNNAMED_FAILURE,
                        "All workers had as many pixels, and yet something held them up. " + took));
    }
}
