package twostoves.checks.parallelism;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import twostoves.evidence.Ownership;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
import twostoves.kit.Range;

/** Names what is wrong with how work was given to workers. */
final class Workers {

    private static final Crew CREW = new Crew("numbers", "squared", "chunk");

    private Workers() {}

    /**
     * Explains a makespan that was not the promised one.
     *
     * @param observed a run that looked around
     * @param took the makespans compared, a sentence
     */
    static CheckFailure explain(Subject.Observed<?> observed, Range numbers, int workers, String took) {
        return CREW.oneAtATime(observed, workers, took)
                .or(() -> fault(observed, numbers, workers, " " + took))
                .orElseGet(() -> CheckFailure.measured(
                        Diagnosis.UNNAMED_FAILURE,
                        "Each of " + workers + " workers had one balanced chunk, and yet something held them up. "
                                + took));
    }

    /**
     * Looks for a fault in the kind and number of workers and in their chunks.
     *
     * @param after what to say after the fault; empty or a blank and a sentence
     */
    static Optional<CheckFailure> fault(Subject.Observed<?> observed, Range numbers, int workers, String after) {
        Ownership ownership = observed.run().timeline().ownership();
        Optional<CheckFailure> wrongKind = CREW.wrongKind(observed, after);
        if (wrongKind.isPresent()) {
            return wrongKind;
        }
        long due = Math.min(workers, numbers.size());
        List<Range> chunks =
                ownership.chunks().values().stream().flatMap(List::stream).toList();
        boolean chunksOfSizeWorkers = chunks.stream().limit(2).allMatch(chunk -> chunk.size() % workers == 0);
        if (ownership.owners() == due && chunks.size() > due && chunksOfSizeWorkers && workers > 1) {
            return failure(
                    Diagnosis.SIZE_TAKEN_FOR_COUNT,
                    numbers.size() + " numbers on " + workers + " workers are to be " + due + " chunks; you made more, "
                            + "chunks of " + workers + ".",
                    after);
        }
        Optional<CheckFailure> wrongNumber = CREW.wrongNumber(observed, due, due, after);
        if (wrongNumber.isPresent()) {
            return wrongNumber;
        }
        List<Long> sizes = ownership.items().values().stream()
                .map(items -> (long) items.size())
                .sorted()
                .toList();
        boolean scattered = chunks.size() > due;
        if (scattered || sizes.getLast() - sizes.getFirst() > 1) {
            String shown = chunks.stream().limit(6).map(Range::toString).collect(Collectors.joining(", "));
            return failure(
                    Diagnosis.UNBALANCED_CHUNKS,
                    "The largest share has " + sizes.getLast() + " numbers, the smallest " + sizes.getFirst() + ": "
                            + shown + (chunks.size() > 6 ? ", …" : "") + ".",
                    after);
        }
        return Optional.empty();
    }

    private static Optional<CheckFailure> failure(Diagnosis diagnosis, String message, String after) {
        return Optional.of(CheckFailure.measured(diagnosis, message + after));
    }
}
