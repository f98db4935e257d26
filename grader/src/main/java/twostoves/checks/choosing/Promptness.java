package twostoves.checks.choosing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import twostoves.checks.concurrency.TooSlow;
import twostoves.contract.CookDinnerContract;
import twostoves.evidence.Span;
import twostoves.evidence.Stall;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Picture;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.simulation.Settings;

/**
 * Every step is to begin as soon as what it needs is done; if one does not, there is a name for the reason.
 *
 * @param subject the submission
 * @param many more steps than the threads of any pool of a size that one would guess
 * @param random makes dinners up
 */
record Promptness(Subject<CookDinnerContract> subject, int many, RandomGenerator random) {

    /**
     * Demands that every step of a dinner begins as soon as it can, so that all takes as long as the critical path.
     *
     * @return the picture of it
     */
    Picture demand(Dinner dinner, String caption) {
        Cooking cooking = Cooking.of(subject, Settings.STANDARD, dinner, caption);
        cooking.demandDinner();
        if (cooking.run().timeline().makespan() != dinner.criticalPath()
                || firstLate(cooking).isPresent()) {
            throw explain(dinner, caption);
        }
        return picture(cooking);
    }

    private static Picture picture(Cooking cooking) {
        return new Picture(
                        cooking.caption(),
                        cooking.run().timeline(),
                        Optional.of(cooking.dinner().criticalPath()))
                .beside(cooking.dinner().plan());
    }

    /** Cooks the dinner once more, looking around, which takes longer. */
    private CheckFailure explain(Dinner dinner, String caption) {
        Cooking cooking = Cooking.of(subject, Settings.STANDARD.lookingAround(), dinner, caption);
        cooking.demandDinner();
        Timeline timeline = cooking.run().timeline();
        Picture picture = picture(cooking);
        if (timeline.maxInFlight() <= 1 && isChainedOnOneThread(cooking)) {
            return CheckFailure.measured(
                            Diagnosis.POOL_TOO_SMALL,
                            "Step 2 starts only after step 1 is done: your pool has one thread." + total(cooking))
                    .showing(picture);
        }
        if (timeline.maxInFlight() <= 1) {
            return TooSlow.explain(
                            cooking.observed(),
                            TooSlow.Things.STEPS,
                            dinner.courses().size(),
                            dinner.criticalPath())
                    .showing(picture);
        }
        demandRoom();
        return explain(cooking).showing(picture);
    }

    /** Whether one thread has cooked everything, and nobody ever handed it a step: futures have called one another. */
    private static boolean isChainedOnOneThread(Cooking cooking) {
        Set<ThreadIdentity> threads = cooking.run().timeline().byThread().keySet();
        return cooking.observed().handOvers() == 0
                && threads.size() == 1
                && threads.stream().noneMatch(ThreadIdentity::isCaller);
    }

    private static String total(Cooking cooking) {
        return " The dinner took " + Times.ofNanos(cooking.run().timeline().makespan()) + " instead of "
                + Times.ofNanos(cooking.dinner().criticalPath()) + ".";
    }

    /** Demands that steps which need nothing are all under way together: what keeps them back is not what they need. */
    private void demandRoom() {
        Dinner snacks = Dinner.snacks(many, random);
        Cooking cooking =
                Cooking.of(subject, Settings.STANDARD.lookingAround(), snacks, many + " steps that need nothing");
        cooking.demandDinner();
        if (cooking.run().timeline().maxInFlight() < many) {
            throw TooSlow.explain(cooking.observed(), TooSlow.Things.STEPS, many, snacks.criticalPath());
        }
    }

    private static Optional<Span> firstLate(Cooking cooking) {
        Map<String, Long> due = cooking.dinner().beginnings();
        return cooking.run().timeline().spans().stream()
                .filter(span -> span.start() > due.get(span.label()))
                .min(Comparator.comparingLong(span -> due.get(span.label())));
    }

    private CheckFailure explain(Cooking cooking) {
        Optional<Stall> paused = cooking.observed().run().firstWait().stream()
                .filter(stall -> stall.thread().isCaller() && stall.isTimed())
                .findFirst();
        String total = total(cooking);
        Optional<Span> late = firstLate(cooking);
        if (late.isEmpty()) {
            return CheckFailure.measured(
                            paused.isPresent() ? Diagnosis.SLEEP_AS_SYNCHRONISATION : Diagnosis.UNNAMED_FAILURE,
                            "Every step began in time, and yet your method did not return when the last was done."
                                    + total)
                    .at(paused.flatMap(Stall::learnerFrame).map(Place::of));
        }
        boolean rounds = isInRounds(cooking)
                && isInRounds(Dinner.pairs(true, random))
                && isInRounds(Dinner.pairs(false, random));
        Diagnosis diagnosis = rounds
                ? Diagnosis.ROUNDS_BY_LEVEL
                : paused.isPresent() ? Diagnosis.SLEEP_AS_SYNCHRONISATION : Diagnosis.BEGUN_TOO_LATE;
        return CheckFailure.measured(
                diagnosis,
                says(late.get(), cooking.dinner())
                        + (rounds ? ": you wait for everything that was begun before." : ".")
                        + total);
    }

    /**
     * Whoever waits for one step before it begins another may come out like rounds where the slowest step happens to be the
     * first. So two dinners are asked that differ in nothing but which of their steps is the slowest.
     */
    private boolean isInRounds(Dinner dinner) {
        return isInRounds(Cooking.of(subject, Settings.STANDARD, dinner, "pairs of steps"));
    }

    private static boolean isInRounds(Cooking cooking) {
        return starts(cooking.run().timeline()).equals(cooking.dinner().rounds());
    }

    private static Map<String, Long> starts(Timeline timeline) {
        Map<String, Long> starts = new LinkedHashMap<>();
        timeline.spans().forEach(span -> starts.put(span.label(), span.start()));
        return starts;
    }

    private static String says(Span late, Dinner dinner) {
        List<String> needs = dinner.course(late.label()).orElseThrow().step().needs();
        String due = Times.ofNanos(dinner.beginnings().get(late.label()));
        String could = needs.isEmpty()
                ? late.label() + " needs nothing"
                : late.label() + " needs only " + String.join(" and ", needs) + ", done after " + due;
        return could + ", and you began it after " + Times.ofNanos(late.start());
    }
}
