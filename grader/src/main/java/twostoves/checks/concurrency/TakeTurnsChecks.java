package twostoves.checks.concurrency;

import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.contract.TakeTurnsContract;
import twostoves.evidence.Span;
import twostoves.evidence.Times;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Picture;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;

/** What is demanded of {@code take-turns}. */
@Grades(id = "take-turns", number = 2, track = Track.CONCURRENCY, contract = TakeTurnsContract.class)
public abstract class TakeTurnsChecks {

    private static final Rulebook RULES = new Rulebook(LearnerRules.ONE_THREAD);

    /** The picture of the subject. */
    private static final Tasks THREE = Tasks.of(List.of(3, 3, 3));

    private static final String FAILING = "T4 fails in its first slice, T3 and T5 in their second, T2 in its third";

    /** More than there are bits in a {@code long}, the last of which has most to do. */
    private static final Tasks MANY = Tasks.of(
            IntStream.rangeClosed(1, 70).map(i -> i < 70 ? 1 : 3).boxed().toList());

    private static final Tasks ONE = Tasks.of(List.of(3));

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<TakeTurnsContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "runs-all", kind = Kind.VALUES, points = 2)
    @Order(2)
    @DisplayName("runs every task to its end, and no further")
    void runsAll(Subject<TakeTurnsContract> subject, RandomGenerator random) {
        for (Tasks tasks : List.of(THREE, Tasks.uneven(random), MANY)) {
            Run<Boolean> run = turns(subject, tasks, tasks.caption());
            Endings.valueOf(run, subject.exercise(), tasks.caption());
            TurnOrder.demandAll(tasks, run.timeline());
        }
    }

    @Check(
            id = "on-the-caller",
            kind = Kind.THREADS,
            points = 1,
            needs = {"keeps-the-rules", "runs-all"})
    @Order(3)
    @DisplayName("does all of it on the calling thread")
    void onTheCaller(Subject<TakeTurnsContract> subject) {
        Run<Boolean> run = turns(subject, THREE, THREE.caption());
        Endings.valueOf(run, subject.exercise(), THREE.caption());
        List<Span> elsewhere = run.timeline().spans().stream()
                .filter(span -> !span.thread().isCaller())
                .toList();
        if (!elsewhere.isEmpty()) {
            throw CheckFailure.measured(
                            Diagnosis.SECOND_THREAD,
                            elsewhere.size() + " of "
                                    + run.timeline().spans().size() + " slices ran on a thread other than the one that"
                                    + " called you, the first of them a slice of "
                                    + elsewhere.getFirst().label() + ".")
                    .showing(Endings.picture(run, THREE.caption()));
        }
    }

    @Check(
            id = "takes-turns",
            kind = Kind.TIME,
            points = 3,
            needs = {"runs-all", "on-the-caller"})
    @Order(4)
    @DisplayName("gives every task one slice in each round, in the order of the list")
    void takesTurns(Subject<TakeTurnsContract> subject, Exhibit exhibit, RandomGenerator random) {
        exhibit.show(demandRounds(subject, THREE));
        demandRounds(subject, Tasks.uneven(random));
    }

    @Check(
            id = "others-go-on",
            kind = Kind.EDGES,
            points = 1,
            needs = {"takes-turns"})
    @Order(5)
    @DisplayName("lets the others go on when a task fails")
    void othersGoOn(Subject<TakeTurnsContract> subject) {
        Tasks tasks = fourFail();
        Run<Boolean> run = turns(subject, tasks, FAILING);
        Endings.demandEnd(run, subject.exercise(), FAILING);
        List<String> actual = Tasks.turns(run.timeline());
        Set<String> cutShort = new TreeSet<>(tasks.rounds());
        cutShort.removeIf(name -> Collections.frequency(actual, name) == Collections.frequency(tasks.rounds(), name));
        if (!cutShort.isEmpty()) {
            throw CheckFailure.proven(
                            Diagnosis.FAILURE_STOPS_OTHERS,
                            FAILING + ". Your method ended after " + TurnOrder.show(actual) + ", and "
                                    + String.join(", ", cutShort) + (cutShort.size() == 1 ? " has" : " have")
                                    + " slices left.")
                    .showing(Endings.picture(run, FAILING));
        }
        TurnOrder.demand(tasks.rounds(), actual, Endings.picture(run, FAILING));
    }

    @Check(
            id = "reports-failures",
            kind = Kind.EDGES,
            points = 1,
            needs = {"others-go-on"})
    @Order(6)
    @DisplayName("throws the first failure at the end, with the others suppressed")
    void reportsFailures(Subject<TakeTurnsContract> subject) {
        Tasks tasks = fourFail();
        Run<Boolean> run = turns(subject, tasks, FAILING);
        Endings.demandEnd(run, subject.exercise(), FAILING);
        List<RuntimeException> failures = tasks.failures();
        demandFirst(run, failures, "T4");
        demandSuppressed(failures, "T4", "T3", "T5", "T2");

        Tasks both = Tasks.of(List.of(1, 3))
                .failing(0, new IllegalStateException("T1 has failed"))
                .failing(1, new IllegalStateException("T2 has failed"));
        String lastLeft = "T1 fails in its first slice, and T2, which is left alone, in its third";
        Run<Boolean> fewer = turns(subject, both, lastLeft);
        Endings.demandEnd(fewer, subject.exercise(), lastLeft);
        demandFirst(fewer, both.failures(), "T1");
        demandSuppressed(both.failures(), "T1", "T2");

        Tasks alone = ONE.failing(0, new IllegalStateException("T1 has failed"));
        Run<Boolean> second = turns(subject, alone, "one task, which fails");
        Endings.demandEnd(second, subject.exercise(), "one task, which fails");
        Failures.demandOriginal(second, alone.failures().getFirst(), "T1");

        demandFreshStart(subject);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(7)
    @DisplayName("takes an empty list, and refuses null")
    void arguments(Subject<TakeTurnsContract> subject) {
        new Arguments<TakeTurnsContract>()
                .mustEnd("takeTurns(List.of())", (takeTurns, world) -> {
                    takeTurns.takeTurns(List.of());
                    return true;
                })
                .mustThrow(NullPointerException.class, "takeTurns(null)", (takeTurns, world) -> {
                    takeTurns.takeTurns(null);
                    return true;
                })
                .check(subject);
    }

    /** They do not fail in the order of the list, and one with what a collection throws that is empty. */
    private static Tasks fourFail() {
        return Tasks.of(List.of(4, 3, 2, 1, 2))
                .failing(1, new IllegalStateException("T2 has failed"))
                .failing(2, new IllegalStateException("T3 has failed"))
                .failing(3, new NoSuchElementException("T4 has failed"))
                .failing(4, new IllegalStateException("T5 has failed"));
    }

    private static Run<Boolean> turns(Subject<TakeTurnsContract> subject, Tasks tasks, String caption) {
        Run<Boolean> run = subject.run(Tasks.ONE_CORE, (takeTurns, simulation) -> {
            takeTurns.takeTurns(tasks.in(simulation));
            return true;
        });
        Tasks.calledAfterItsEnd(run.timeline()).ifPresent(span -> {
            throw CheckFailure.proven(
                            Diagnosis.FINISHED_TASK_STEPPED,
                            span.label() + " ended " + Times.ofNanos(endOf(span.label(), run))
                                    + " after the start, and you called it again at "
                                    + Times.ofNanos(span.start()) + ".")
                    .showing(Endings.picture(run, caption));
        });
        return run;
    }

    private static long endOf(String task, Run<?> run) {
        return run.timeline().spans().stream()
                .filter(span -> span.activity() == Span.Activity.COMPUTING)
                .filter(span -> span.label().equals(task))
                .mapToLong(Span::end)
                .max()
                .orElse(0);
    }

    private static Picture demandRounds(Subject<TakeTurnsContract> subject, Tasks tasks) {
        String caption = tasks.caption();
        Run<Boolean> run = turns(subject, tasks, caption);
        Endings.valueOf(run, subject.exercise(), caption);
        Picture picture = Endings.picture(run, caption);
        TurnOrder.demand(tasks.rounds(), Tasks.turns(run.timeline()), picture);
        return picture;
    }

    /** Demands that the first of some failures was thrown, and no later one in its place. */
    private static void demandFirst(Run<?> run, List<RuntimeException> failures, String first) {
        run.failure().filter(failures.subList(1, failures.size())::contains).ifPresent(later -> {
            boolean carried = List.of(later.getSuppressed()).contains(failures.getFirst());
            throw CheckFailure.proven(
                    carried ? Diagnosis.WRONG_VALUES : Diagnosis.FAILURES_LOST,
                    first + " failed first, but your method threw a failure that came later, " + Endings.describe(later)
                            + (carried ? "." : ", and the first one is lost."));
        });
        Failures.demandOriginal(run, failures.getFirst(), first);
    }

    /**
     * Demands that the first of some failures carries the others.
     *
     * @param failures in the order in which they happened
     * @param names whose they are, in the same order
     */
    private static void demandSuppressed(List<RuntimeException> failures, String... names) {
        List<Throwable> suppressed = List.of(failures.getFirst().getSuppressed());
        List<RuntimeException> others = failures.subList(1, failures.size());
        if (suppressed.equals(others)) {
            return;
        }
        List<String> all = List.of(names);
        String due = String.join(", ", all) + " failed, in this order. The exception of " + all.getFirst()
                + " is to carry " + (others.size() == 1 ? "that of " : "those of ")
                + String.join(", ", all.subList(1, all.size())) + " as suppressed, but it carries ";
        throw CheckFailure.proven(
                suppressed.containsAll(others) ? Diagnosis.WRONG_VALUES : Diagnosis.FAILURES_LOST,
                due
                        + (suppressed.isEmpty()
                                ? "none."
                                : suppressed.stream().map(Endings::describe).collect(Collectors.joining("; ")) + "."));
    }

    private static void demandFreshStart(Subject<TakeTurnsContract> subject) {
        Run<Boolean> run = subject.run(Tasks.ONE_CORE, (takeTurns, simulation) -> {
            try {
                takeTurns.takeTurns(
                        ONE.failing(0, new IllegalStateException("left over")).in(simulation));
            } catch (RuntimeException expected) {
                // looked at in another run
            }
            takeTurns.takeTurns(ONE.in(simulation));
            return true;
        });
        Endings.demandEnd(run, subject.exercise(), "a second call after one that failed");
        if (run.failure().isPresent()) {
            throw CheckFailure.proven(
                    Diagnosis.THROWS_UNEXPECTEDLY,
                    "The second call of the same object, with a task that does not fail, threw what belongs to the first: "
                            + Endings.describe(run.failure().get()) + ".");
        }
        int slices = Tasks.turns(run.timeline()).size();
        if (slices != 6) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Two calls of the same object, with a task of 3 slices each, ran " + slices + " slices, not 6.");
        }
    }
}
