package twostoves.checks.parallelism;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import twostoves.checks.parallelism.Cards.Card;
import twostoves.contract.MergeSortContract;
import twostoves.evidence.Stall;
import twostoves.evidence.ThreadIdentity;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.simulation.Settings;

/** Names the reason why a sort took longer than its work, its span and its workers account for. */
final class SlowSort {

    static final Crew CREW = new Crew("elements", "compared", "half");

    /** Larger than any threshold that one would choose instead of the one given. */
    private static final int LARGE = 100_000;

    private SlowSort() {}

    /**
     * Explains it.
     *
     * @param observed a run that looked around
     * @param took the makespans compared, a sentence
     */
    static CheckFailure explain(
            Subject<MergeSortContract> subject,
            Subject.Observed<Boolean> observed,
            Cards cards,
            int threshold,
            String took) {
        long forks = observed.forks();
        boolean onCaller =
                observed.run().timeline().byThread().keySet().stream().allMatch(ThreadIdentity::isCaller);
        if (observed.run().timeline().maxInFlight() == 1) {
            if (observed.run().firstWait().stream().anyMatch(Stall::waitsForLock)) {
                return failure(
                        Diagnosis.LOCK_HELD_WHILE_COMPUTING,
                        "Only one task compared at a time; the others waited for a lock meanwhile. " + took);
            }
            if (forks > 0) {
                return failure(
                                Diagnosis.FORK_JOIN_THEN_COMPUTE,
                                "You forked " + forks
                                        + " times, and yet no two halves were sorted at the same time: each was"
                                        + " waited for before the other one was begun. " + took)
                        .at(joinOf(observed));
            }
            if (forksLargeOnes(subject, threshold)) {
                return tooFew(forks, cards, threshold, took);
            }
            return failure(
                    Diagnosis.SEQUENTIAL,
                    (onCaller
                                    ? "The thread that called you made all comparisons, one after another. "
                                    : "One task made all comparisons: you never forked. ")
                            + took);
        }
        return CREW.wrongKind(observed, " " + took)
                .orElseGet(() -> forks > 0 && forks < Cards.parts(cards.size(), threshold) - 1
                        ? tooFew(forks, cards, threshold, took)
                        : failure(
                                Diagnosis.UNBALANCED_CHUNKS,
                                "You forked " + forks + " times, but not halves: some workers had little to do. "
                                        + took));
    }

    /**
     * Looks for more pools than one, or one of another size than was asked for.
     *
     * @param after what to say after the fault; empty or a blank and a sentence
     */
    static Optional<CheckFailure> wrongPool(Cards cards, int workers, String after) {
        List<ForkJoinPool> pools = cards.pools();
        if (pools.contains(ForkJoinPool.commonPool())) {
            return Optional.of(failure(
                    Diagnosis.COMMON_POOL_FOR_COMPUTING,
                    "The elements were compared in the common pool, not by workers of your own." + after));
        }
        if (pools.size() > 1) {
            return Optional.of(failure(
                    Diagnosis.EXECUTOR_PER_ITEM,
                    "One pool for the whole sort is asked for, and you compared in " + pools.size() + "." + after));
        }
        return pools.stream()
                .map(ForkJoinPool::getParallelism)
                .filter(parallelism -> parallelism != workers)
                .map(parallelism -> failure(
                        Diagnosis.WRONG_THREAD_COUNT,
                        workers + " workers were asked for, and the parallelism of your pool is " + parallelism + "."
                                + after))
                .findFirst();
    }

    /** Says that parts above the threshold were not cut up. */
    static CheckFailure tooFew(long forks, Cards cards, int threshold, String took) {
        int due = Cards.parts(cards.size(), threshold) - 1;
        return failure(
                Diagnosis.THRESHOLD_IGNORED,
                "With " + cards.size() + " elements and a threshold of " + threshold + " you forked " + forks
                        + (forks == 1 ? " time" : " times") + ", and " + due + " are due."
                        + (took.isEmpty() ? "" : " " + took));
    }

    private static CheckFailure failure(Diagnosis diagnosis, String message) {
        return CheckFailure.measured(diagnosis, message);
    }

    private static Optional<Place> joinOf(Subject.Observed<?> observed) {
        return observed.run().firstWait().stream()
                .filter(stall -> stall.isIn("java.util.concurrent.ForkJoinTask", "join"))
                .flatMap(stall -> stall.learnerFrame().stream())
                .findFirst()
                .map(Place::of);
    }

    private static boolean forksLargeOnes(Subject<MergeSortContract> subject, int threshold) {
        Cards cards = Cards.of(LARGE, place -> -place);
        return subject.observe(Settings.STANDARD, (sort, simulation) -> {
                            sort.sort(cards.array(), Comparator.comparingInt(Card::rank), 2, threshold);
                            return true;
                        })
                        .forks()
                > 0;
    }
}
