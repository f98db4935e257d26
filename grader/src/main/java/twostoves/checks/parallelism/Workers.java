package twostoves.checks.parallelism;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import twostoves.checks.OneAtATime;
import twostoves.evidence.Frame;
import twostoves.evidence.Ownership;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.kit.Range;

/** Names what is wrong with how work was given to workers. */
final class Workers {

    private Workers() {}

    /**
     * Explains a makespan that was not the promised one.
     *
     * @param observed a run that looked around
     * @param took the makespans compared, a sentence
     */
    static CheckFailure explain(Subject.Observed<?> observed, Range numbers, int workers, String took) {
        return oneAtATime(observed, workers, took)
                .or(() -> fault(observed, numbers, workers, " " + took))
                .orElseGet(() -> CheckFailure.measured(
                        Diagnosis.UNNAMED_FAILURE,
                        "Each of " + workers + " workers had one balanced chunk, and yet something held them up. "
                                + took));
    }

    private static Optional<CheckFailure> oneAtATime(Subject.Observed<?> observed, int workers, String took) {
        Timeline timeline = observed.run().timeline();
        Set<ThreadIdentity> threads = timeline.byThread().keySet();
        boolean onCaller = threads.stream().allMatch(ThreadIdentity::isCaller);
        if (workers == 1 || timeline.maxInFlight() > 1 || threads.size() == 1 && !onCaller) {
            return Optional.empty();
        }
        OneAtATime.Reason reason = OneAtATime.ofLocksAndPermits(observed, workers, Diagnosis.LOCK_HELD_WHILE_COMPUTING);
        String how = switch (reason.diagnosis()) {
            case SEQUENTIAL -> "All numbers were squared on the thread that called you, one after another.";
            case RUN_NOT_START ->
                "All numbers were squared on the thread that called you, because run() starts no thread.";
            case LOCK_HELD_WHILE_COMPUTING ->
                "Only one worker computed at a time; the others waited for a lock meanwhile.";
            default ->
                "Chunk 2 starts only after chunk 1 is done: you wait for it"
                        + reason.waiting().map(frame -> " at " + frame.place()).orElse("") + ".";
        };
        Optional<Frame> line = reason.waiting();
        return Optional.of(
                CheckFailure.measured(reason.diagnosis(), how + " " + took).at(line.map(Place::of)));
    }

    /**
     * Looks for a fault in the kind and number of workers and in their chunks.
     *
     * @param after what to say after the fault; empty or a blank and a sentence
     */
    static Optional<CheckFailure> fault(Subject.Observed<?> observed, Range numbers, int workers, String after) {
        Ownership ownership = observed.run().timeline().ownership();
        Set<ThreadIdentity> threads = ownership.items().keySet();
        if (threads.stream().anyMatch(ThreadIdentity::isVirtual)) {
            return failure(
                    Diagnosis.VIRTUAL_THREADS_FOR_COMPUTING,
                    "The numbers were squared on virtual threads; computing wants platform threads, one for each worker.",
                    after);
        }
        if (threads.stream().anyMatch(thread -> thread.kind() == ThreadIdentity.Kind.COMMON_POOL)) {
            return failure(
                    Diagnosis.COMMON_POOL_FOR_COMPUTING,
                    "The numbers were squared in the common pool, not by workers of your own.",
                    after);
        }
        long due = Math.min(workers, numbers.size());
        List<Range> chunks =
                ownership.chunks().values().stream().flatMap(List::stream).toList();
        boolean chunksOfSizeWorkers = chunks.stream().limit(2).allMatch(chunk -> chunk.size() % workers == 0);
        if (threads.size() == due && chunks.size() > due && chunksOfSizeWorkers && workers > 1) {
            return failure(
                    Diagnosis.SIZE_TAKEN_FOR_COUNT,
                    numbers.size() + " numbers on " + workers + " workers are to be " + due + " chunks; you made more, "
                            + "chunks of " + workers + ".",
                    after);
        }
        if (threads.size() != due) {
            return failure(
                    Diagnosis.WRONG_THREAD_COUNT,
                    due + (due == 1 ? " thread was" : " threads were") + " asked for, and " + threads.size()
                            + (threads.size() == 1 ? " thread" : " threads") + " computed.",
                    after);
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
