package twostoves.checks.choosing;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.contract.CookDinnerContract;
import twostoves.evidence.Span;
import twostoves.evidence.Stall;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.Subject;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/**
 * One call of {@code cook}.
 *
 * @param exercise the exercise
 * @param observed the run
 * @param dinner what was to be cooked
 * @param kitchen where
 * @param caption what was run, for the messages and the picture
 */
record Cooking(
        Exercise exercise,
        Subject.Observed<Map<String, String>> observed,
        Dinner dinner,
        Kitchen kitchen,
        String caption) {

    static final String METHOD = "cook";

    /** How the learner's code is run. */
    @FunctionalInterface
    interface Way {
        Subject.Observed<Map<String, String>> run(
                Settings settings, Subject.Use<CookDinnerContract, Map<String, String>> use);
    }

    static Cooking of(Subject<CookDinnerContract> subject, Settings settings, Dinner dinner, String caption) {
        return of(subject, subject::observe, settings, dinner, caption);
    }

    static Cooking of(Subject<CookDinnerContract> subject, Way way, Settings settings, Dinner dinner, String caption) {
        Kitchen kitchen = new Kitchen(dinner);
        Subject.Observed<Map<String, String>> observed =
                way.run(settings, (cook, simulation) -> cook.cook(dinner.steps(), kitchen.stove(simulation)));
        return new Cooking(subject.exercise(), observed, dinner, kitchen, caption);
    }

    Run<Map<String, String>> run() {
        return observed.run();
    }

    /** Demands that the call has ended, and that no step was begun too early or twice. */
    void demandOrderlyEnd() {
        if (run().end() == Run.End.DEADLOCKED) {
            demandNotStarved();
        }
        Endings.demandEnd(run(), exercise, caption);
        demandNoneEarly();
        demandNoneTwice();
    }

    /** Threads of a pool that wait for steps in the queue of that pool, whatever they wait with. */
    private void demandNotStarved() {
        Set<String> begun = new HashSet<>(kitchen.begun());
        List<String> ready = dinner.waitingThoughReady(kitchen.done(), begun);
        List<Stall> waiting =
                run().stalled().stream().filter(Stall::isBusyPoolWorker).toList();
        int notBegun = dinner.courses().size() - begun.size();
        if (!ready.isEmpty() && !waiting.isEmpty() && waiting.size() < notBegun) {
            throw CheckFailure.measured(
                            Diagnosis.THREAD_STARVATION_DEADLOCK,
                            "After " + Times.ofNanos(run().timeline().makespan()) + " nobody can go on: "
                                    + (waiting.size() == 1
                                            ? "the thread of your pool waits"
                                            : "all " + waiting.size() + " threads of your pool wait")
                                    + " for other steps, and " + ready.getFirst()
                                    + ", which could begin, stands in the queue behind them.")
                    .at(Endings.placeOf(waiting))
                    .showing(Endings.picture(run(), caption));
        }
    }

    private void demandNoneEarly() {
        kitchen.early().stream().findFirst().ifPresent(early -> {
            throw CheckFailure.proven(
                            Diagnosis.BEGUN_TOO_EARLY,
                            early.step() + " needs " + early.need() + ", which "
                                    + (early.failed() ? "has failed" : "was not done")
                                    + ", and you began it all the same.")
                    .showing(Endings.picture(run(), caption));
        });
    }

    private void demandNoneTwice() {
        List<String> begun = kitchen.begun();
        begun.stream()
                .filter(step -> Collections.frequency(begun, step) > 1)
                .findFirst()
                .ifPresent(step -> {
                    throw CheckFailure.proven(
                                    Diagnosis.WORK_DONE_TWICE,
                                    step + " stands once in the list, and you cooked it "
                                            + Collections.frequency(begun, step) + " times.")
                            .showing(Endings.picture(run(), caption));
                });
    }

    /** Demands that the call has returned what came of every step. */
    void demandDinner() {
        demandOrderlyEnd();
        Map<String, String> returned = new HashMap<>(Endings.valueOf(run(), exercise, caption));
        Leftovers.demandNothingUnderWay(run(), METHOD);
        demandDishes(returned);
    }

    /** What two calls of one object returned. */
    private record TwoDinners(Map<String, String> first, Map<String, String> second) {}

    /** Demands of one object that it cooks two dinners one after the other, each as if there were no other. */
    static void demandUsableAgain(Subject<CookDinnerContract> subject, Dinner earlier, Dinner later) {
        Run<TwoDinners> run = subject.run(
                Settings.STANDARD,
                (cook, world) -> new TwoDinners(
                        cook.cook(earlier.steps(), new Kitchen(earlier).stove(world)),
                        cook.cook(later.steps(), new Kitchen(later).stove(world))));
        TwoDinners dinners = Endings.valueOf(run, subject.exercise(), "two dinners cooked by the same object");
        if (!later.dishes().equals(dinners.second())) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Called a second time on the same object, your method did not return the right dinner.");
        }
        if (!earlier.dishes().equals(dinners.first())) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Your method was called twice on the same object, and what the first call returned is not right"
                            + " afterwards.");
        }
    }

    private void demandDishes(Map<String, String> returned) {
        Map<String, String> due = dinner.dishes();
        List<String> begun = kitchen.begun();
        for (Dinner.Course course : dinner.courses()) {
            String name = course.name();
            if (!begun.contains(name)) {
                throw CheckFailure.proven(Diagnosis.WRONG_VALUES, name + " was not cooked.");
            }
            if (!due.get(name).equals(returned.get(name))) {
                String yours = returned.containsKey(name)
                        ? "your map says \"" + returned.get(name) + "\""
                        : "your map has nothing for it";
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "What came of " + name + " is \"" + due.get(name) + "\", but " + yours + ".");
            }
        }
        returned.keySet().stream()
                .filter(name -> !due.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw CheckFailure.proven(
                            Diagnosis.WRONG_VALUES,
                            "Your map has an entry for " + name + ", which is no step of this dinner.");
                });
    }

    /** Demands that the call has thrown one of the failures, after cooking whatever does not need what has failed. */
    void demandFailure() {
        demandOrderlyEnd();
        Failures.demandOneOf(run(), dinner.failures(), failed());
        Leftovers.demandNothingUnderWay(run(), METHOD);
        List<String> begun = kitchen.begun();
        List<String> done = run().timeline().spans().stream()
                .filter(span -> span.ending() == Span.Ending.COMPLETED)
                .map(Span::label)
                .toList();
        for (String step : dinner.beginnings().keySet()) {
            boolean fails = dinner.course(step).orElseThrow().failure().isPresent();
            if (!fails && !done.contains(step)) {
                throw CheckFailure.measured(
                                Diagnosis.FAILURE_STOPS_OTHERS,
                                failed() + " failed. " + step + " does not need it, and was "
                                        + (begun.contains(step) ? "given up" : "not cooked") + ".")
                        .showing(Endings.picture(run(), caption));
            }
        }
        Leftovers.demandNone(run(), METHOD);
    }

    private String failed() {
        return String.join(
                " and ",
                dinner.courses().stream()
                        .filter(course -> course.failure().isPresent())
                        .map(Dinner.Course::name)
                        .toList());
    }

    /** Demands that an interrupt of the caller is not lost, and not answered with half a dinner. */
    void demandInterruptKept(String when) {
        demandOrderlyEnd();
        Failures.demandInterruptKept(run(), when);
        run().value().ifPresent(returned -> demandDishes(new HashMap<>(returned)));
        Leftovers.demandNone(run(), METHOD);
    }
}
