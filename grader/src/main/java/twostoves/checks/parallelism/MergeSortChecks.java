package twostoves.checks.parallelism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.parallelism.Cards.Card;
import twostoves.contract.MergeSortContract;
import twostoves.evidence.Times;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.races.Call;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** What is demanded of {@code merge-sort}. */
@Grades(
        id = "merge-sort",
        number = 15,
        track = Track.PARALLELISM,
        contract = MergeSortContract.class,
        realWork = OnYourMachine.Shuffled.class)
public abstract class MergeSortChecks {

    private static final String METHOD = "sort";

    private static final Rulebook RULES = new Rulebook(
            LearnerRules.NO_COMMON_POOL_FOR_COMPUTING, LearnerRules.NO_PROPERTIES, LearnerRules.NO_STATIC_STATE);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<MergeSortContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "sorted-and-stable", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("sorts the array, keeps equal elements in their order, and sorts no part twice")
    void sortedAndStable(Subject<MergeSortContract> subject, RandomGenerator random) {
        demandSorted(subject, Cards.of(64, place -> random.nextInt(1_000)), 4, 4);
        demandSorted(subject, Cards.of(64, place -> random.nextInt(5)), 4, 8);
        demandSorted(subject, Cards.of(37, place -> random.nextInt(10)), 3, 5);
        demandSorted(subject, Cards.of(24, place -> place), 2, 3);
        demandSorted(subject, Cards.of(24, place -> 24 - place), 1, 4);
        demandSorted(subject, Cards.of(2, place -> -place), 2, 4);
        demandSorted(subject, Cards.of(16, place -> 7), 4, 2);
        Schedules.explore(subject, SixteenNumbers.class, random);
    }

    @Check(
            id = "near-the-span",
            kind = Kind.TIME,
            points = 2,
            needs = {"keeps-the-rules", "sorted-and-stable"})
    @Order(3)
    @DisplayName("sorts both halves at the same time, on 2, 4 and 8 workers")
    void nearTheSpan(Subject<MergeSortContract> subject, Exhibit exhibit, RandomGenerator random) {
        Cards cards = Cards.of(64, place -> random.nextInt(1_000));
        exhibit.show(Endings.picture(demandNearSpan(subject, cards, 2, 4), caption(cards, 2, 4)));
        demandNearSpan(subject, Cards.of(128, place -> random.nextInt(1_000)), 8, 8);
        demandNearSpan(subject, Cards.of(64, place -> random.nextInt(1_000)), 4, 4);
    }

    @Check(
            id = "pool-of-its-own",
            kind = Kind.THREADS,
            points = 1,
            needs = {"near-the-span"})
    @Order(4)
    @DisplayName("compares on the workers of one fork/join pool of its own, of the size asked for")
    void poolOfItsOwn(Subject<MergeSortContract> subject, RandomGenerator random) {
        demandPool(subject, Cards.of(40, place -> random.nextInt(1_000)), 3);
        demandPool(subject, Cards.of(40, place -> random.nextInt(1_000)), 7);
    }

    @Check(
            id = "forks-above-the-threshold",
            kind = Kind.THREADS,
            points = 1,
            needs = {"pool-of-its-own"})
    @Order(5)
    @DisplayName("forks one half of every part above the threshold, and nothing below it")
    void forksAboveTheThreshold(Subject<MergeSortContract> subject, RandomGenerator random) {
        for (int size : List.of(8, 25)) {
            List.of(size, size + 1, size - 1, 1, 3).forEach(threshold -> demandForks(subject, size, threshold, random));
        }
        demandForks(subject, 1, 1, random);
        demandForks(subject, 100, 7, random);
        for (int threshold : List.of(3, 8, 16)) {
            demandForkJustAbove(subject, threshold, random);
        }
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"near-the-span"})
    @Order(6)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<MergeSortContract> subject, RandomGenerator random) {
        Cards cards = Cards.of(24, place -> random.nextInt(1_000));
        Run<Boolean> run =
                sort(subject, Settings.STANDARD.findingLeftovers(), cards, 4, 4).run();
        Endings.valueOf(run, subject.exercise(), caption(cards, 4, 4));
        Leftovers.demandNone(run, METHOD);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"near-the-span"})
    @Order(7)
    @DisplayName("throws the failure of a comparison")
    void failureSurfaces(Subject<MergeSortContract> subject) {
        for (int place : List.of(0, 13, 23)) {
            demandFailure(subject, "card " + place, (left, right) -> left == place || right == place);
        }
        // one of the first comparisons in a half, and no later one: nobody but the task that made it knows of it
        for (boolean inFirstHalf : List.of(true, false)) {
            AtomicBoolean torn = new AtomicBoolean();
            demandFailure(
                    subject,
                    "a comparison in the " + (inFirstHalf ? "first" : "second") + " half",
                    (left, right) ->
                            left < 12 == inFirstHalf && right < 12 == inFirstHalf && torn.compareAndSet(false, true));
        }
    }

    /** Lets comparisons fail, which are chosen by the places at which their cards stood in the beginning. */
    private static void demandFailure(
            Subject<MergeSortContract> subject, String what, BiPredicate<Integer, Integer> fails) {
        IllegalStateException original = new IllegalStateException(what + " is torn");
        Cards cards = Cards.of(24, rank -> 24 - rank);
        Run<Boolean> run = subject.run(Settings.STANDARD.findingLeftovers(), (sort, simulation) -> {
            Comparator<Card> order = cards.order(simulation);
            sort.sort(
                    cards.array(),
                    (left, right) -> {
                        int compared = order.compare(left, right);
                        if (fails.test(left.place(), right.place())) {
                            throw original;
                        }
                        return compared;
                    },
                    4,
                    4);
            return true;
        });
        Endings.demandEnd(run, subject.exercise(), what + " fails");
        if (!isCopy(run.failure(), original)) {
            Failures.demandOriginal(run, original, "A comparison");
        }
        Leftovers.demandNone(run, METHOD);
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"near-the-span"})
    @Order(8)
    @DisplayName("sorts to the end when it is interrupted, and does not lose the interrupt")
    void interruption(Subject<MergeSortContract> subject, RandomGenerator random) {
        Cards cards = Cards.of(24, place -> random.nextInt(1_000));
        Settings interrupted =
                Settings.STANDARD.interruptCallerAt(Cards.COST.multipliedBy(3)).findingLeftovers();
        Run<Boolean> run = sort(subject, interrupted, cards, 4, 4).run();
        Endings.demandEnd(run, subject.exercise(), "24 elements on 4 workers, the caller interrupted after 3 ms");
        Failures.demandInterruptKept(run, "after 3 ms, while 4 workers were sorting");
        run.failure().ifPresent(failure -> {
            throw Endings.unexpected(failure);
        });
        Leftovers.demandNothingUnderWay(run, METHOD);
        if (!cards.isSorted()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "The calling thread was interrupted after 3 ms, and your method returned with the array not sorted.");
        }
        Leftovers.demandNone(run, METHOD);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(9)
    @DisplayName("takes an empty array, and refuses null, no workers and no threshold")
    void arguments(Subject<MergeSortContract> subject) {
        Comparator<Integer> order = Comparator.naturalOrder();
        Arguments<MergeSortContract> arguments = new Arguments<MergeSortContract>()
                .mustEnd("sort(new Integer[0], order, 4, 1)", (sort, world) -> {
                    sort.sort(new Integer[0], order, 4, 1);
                    return "";
                })
                .mustReturn("[7]", "sort(array, order, 4, 1), the array being [7],", (sort, world) -> {
                    Integer[] one = {7};
                    sort.sort(one, order, 4, 1);
                    return Arrays.toString(one);
                })
                .mustThrow(NullPointerException.class, "sort(null, order, 4, 1)", (sort, world) -> {
                    sort.sort((Integer[]) null, order, 4, 1);
                    return "";
                });
        for (int size : List.of(0, 3)) {
            String array = "sort(new Integer[" + size + "], ";
            arguments.mustThrow(NullPointerException.class, array + "null, 4, 1)", (sort, world) -> {
                sort.sort(numbers(size), null, 4, 1);
                return "";
            });
            for (int none : List.of(0, -1)) {
                arguments
                        .mustThrow(IllegalArgumentException.class, array + "order, " + none + ", 1)", (sort, world) -> {
                            sort.sort(numbers(size), order, none, 1);
                            return "";
                        })
                        .mustThrow(IllegalArgumentException.class, array + "order, 4, " + none + ")", (sort, world) -> {
                            sort.sort(numbers(size), order, 4, none);
                            return "";
                        });
            }
        }
        arguments.check(subject);
    }

    private static Integer[] numbers(int size) {
        Integer[] numbers = new Integer[size];
        Arrays.setAll(numbers, i -> size - i);
        return numbers;
    }

    private static Subject.Observed<Boolean> sort(
            Subject<MergeSortContract> subject, Settings settings, Cards cards, int workers, int threshold) {
        return subject.observe(settings, (sort, simulation) -> {
            sort.sort(cards.array(), cards.order(simulation), workers, threshold);
            return true;
        });
    }

    private static String caption(Cards cards, int workers, int threshold) {
        return cards.size() + " elements, " + workers + (workers == 1 ? " worker" : " workers") + ", threshold "
                + threshold;
    }

    /** A fork/join task that fails on another thread throws an exception of the same class, with the original behind it. */
    private static boolean isCopy(Optional<Throwable> thrown, RuntimeException original) {
        Throwable cause = thrown.filter(failure -> failure.getClass() == original.getClass())
                .orElse(null);
        while (cause != null && cause != original) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    // ---- values --------------------------------------------------------------------------------------------------

    private static void demandSorted(Subject<MergeSortContract> subject, Cards cards, int workers, int threshold) {
        String caption = caption(cards, workers, threshold);
        Run<Boolean> run =
                sort(subject, Settings.STANDARD, cards, workers, threshold).run();
        Endings.demandEnd(run, subject.exercise(), caption);
        int most = Cards.mostComparisons(cards.size(), threshold);
        if (cards.compared() > most) {
            throw CheckFailure.proven(
                    Diagnosis.WORK_DONE_TWICE,
                    "To sort " + caption + ", you compared " + cards.compared() + " times; " + most
                            + " times are more than enough. Some parts are sorted more than once.");
        }
        boolean right = run.value().isPresent() && cards.isSorted();
        if (!right && !cards.isSortedButUnstable()) {
            nameDamage(subject, cards, workers, threshold);
        }
        Endings.valueOf(run, subject.exercise(), caption);
        Leftovers.demandNothingUnderWay(run, METHOD);
        if (cards.isSortedButUnstable()) {
            throw CheckFailure.proven(
                    Diagnosis.NOT_STABLE,
                    "The array is in order, but equal elements have changed places: " + cards.changedPlaces() + ".");
        }
        if (!right) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "After " + caption + " the array is not in order: "
                            + Arrays.stream(cards.array()).limit(16).toList() + " …");
        }
    }

    /** Sorts the same once more on one worker, where no two tasks can run at the same time. */
    private static void nameDamage(Subject<MergeSortContract> subject, Cards cards, int workers, int threshold) {
        Cards again = cards.afresh();
        Run<Boolean> run = sort(subject, Settings.STANDARD, again, 1, threshold).run();
        if (run.value().isPresent() && again.isSorted()) {
            throw CheckFailure.proven(
                    Diagnosis.DATA_RACE,
                    "With 1 worker you sort " + cards.size() + " elements right, with " + workers
                            + " wrong: tasks that run at the same time write to the same places of an array.");
        }
        if (run.value().isPresent() && run.inFlightAtReturn() == 0 && again.isMergedTooEarly()) {
            throw CheckFailure.proven(
                    Diagnosis.MERGE_BEFORE_JOIN,
                    "You merged the two halves of " + cards.size()
                            + " elements while one of them was still to be sorted.");
        }
    }

    // ---- time ----------------------------------------------------------------------------------------------------

    /** Any order in which nobody is idle takes at most the work divided by the workers, and the span (Brent, 1974). */
    private static Run<Boolean> demandNearSpan(
            Subject<MergeSortContract> subject, Cards cards, int workers, int threshold) {
        Subject.Observed<Boolean> observed =
                sort(subject, Settings.STANDARD.lookingAround(), cards, workers, threshold);
        Run<Boolean> run = observed.run();
        String caption = caption(cards, workers, threshold);
        Endings.valueOf(run, subject.exercise(), caption);
        SlowSort.wrongPool(cards, workers, "").ifPresent(fault -> {
            throw fault.showing(Endings.picture(run, caption));
        });
        long work = Cards.COST.toNanos() * cards.compared();
        long span = cards.span(threshold);
        long most = work / workers + span;
        if (run.timeline().makespan() > most) {
            String took = "That took " + Times.ofNanos(run.timeline().makespan()) + "; with work of "
                    + Times.ofNanos(work) + ", a span of " + Times.ofNanos(span) + " and " + workers
                    + " workers it is " + Times.ofNanos(most) + " at the most.";
            throw SlowSort.explain(subject, observed, cards, threshold, took).showing(Endings.picture(run, caption));
        }
        long forks = observed.forks();
        if (!cards.isMergedOfHalves(threshold) && forks > 0 && forks < Cards.parts(cards.size(), threshold) - 1) {
            throw SlowSort.tooFew(forks, cards, threshold, "").showing(Endings.picture(run, caption));
        }
        if (!cards.isMergedOfHalves(threshold)) {
            throw CheckFailure.measured(
                            Diagnosis.UNBALANCED_CHUNKS,
                            "Of " + cards.size()
                                    + " elements, you did not sort the first half and the second half, and merge"
                                    + " these: your parts are of uneven size.")
                    .showing(Endings.picture(run, caption));
        }
        return run;
    }

    // ---- tasks and threads ---------------------------------------------------------------------------------------

    private static void demandForks(
            Subject<MergeSortContract> subject, int size, int threshold, RandomGenerator random) {
        Cards cards = Cards.of(size, place -> random.nextInt(1_000));
        Subject.Observed<Boolean> observed = subject.observe(Settings.STANDARD, (sort, simulation) -> {
            sort.sort(cards.array(), Comparator.comparingInt(Card::rank), 4, threshold);
            return true;
        });
        Run<Boolean> run = observed.run();
        run.failure().filter(StackOverflowError.class::isInstance).ifPresent(overflow -> {
            throw CheckFailure.proven(
                            Diagnosis.THRESHOLD_IGNORED,
                            "With " + caption(cards, 4, threshold) + ", your method cuts parts up without end.")
                    .at(Endings.placeOf(overflow));
        });
        Endings.valueOf(run, subject.exercise(), caption(cards, 4, threshold));
        int due = Cards.parts(size, threshold) - 1;
        long forks = observed.forks();
        // none at all have been seen: handed over in a way that is not counted, or the time tells
        if (forks == due || forks == 0 && due > 0) {
            return;
        }
        String counted = caption(cards, 4, threshold) + ": you forked " + forks + (forks == 1 ? " time" : " times")
                + ", and " + due + (due == 1 ? " is" : " are") + " due.";
        if (due > 0 && forks == 2L * due) {
            throw CheckFailure.measured(
                    Diagnosis.BOTH_HALVES_FORKED,
                    counted + " One half is to be sorted by the thread that forks the other.");
        }
        throw CheckFailure.measured(Diagnosis.THRESHOLD_IGNORED, counted);
    }

    private static void demandForkJustAbove(Subject<MergeSortContract> subject, int threshold, RandomGenerator random) {
        Cards cards = Cards.of(threshold + 1, place -> random.nextInt(1_000));
        Subject.Observed<Boolean> observed = sort(subject, Settings.STANDARD, cards, 2, threshold);
        Endings.valueOf(observed.run(), subject.exercise(), caption(cards, 2, threshold));
        if (observed.forks() == 0 && observed.run().timeline().maxInFlight() == 1) {
            throw CheckFailure.measured(
                    Diagnosis.THRESHOLD_IGNORED,
                    caption(cards, 2, threshold)
                            + ": that is one element more than the threshold, and you forked nothing.");
        }
    }

    private static void demandPool(Subject<MergeSortContract> subject, Cards cards, int workers) {
        Subject.Observed<Boolean> observed = sort(subject, Settings.STANDARD, cards, workers, 4);
        Endings.valueOf(observed.run(), subject.exercise(), caption(cards, workers, 4));
        SlowSort.CREW.wrongKind(observed, "").ifPresent(fault -> {
            throw fault;
        });
        if (cards.outsidePools() > 0) {
            throw CheckFailure.measured(
                    Diagnosis.NO_FORK_JOIN_POOL,
                    cards.outsidePools() + " of " + cards.compared()
                            + " comparisons were made on threads that are no workers of a fork/join pool.");
        }
        SlowSort.wrongPool(cards, workers, "").ifPresent(fault -> {
            throw fault;
        });
    }

    /** Sixteen numbers, watched for data races. */
    static final class SixteenNumbers extends Call<MergeSortContract> {
        @Override
        protected void call(MergeSortContract learners, RandomGenerator random) {
            Integer[] numbers = random.ints(16).boxed().toArray(Integer[]::new);
            learners.sort(numbers, Comparator.naturalOrder(), 3, 4);
        }
    }
}
