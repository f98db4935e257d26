package twostoves.checks.choosing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.contract.CookDinnerContract;
import twostoves.grading.Check;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.kit.Step;
import twostoves.kit.Stove;
import twostoves.races.Call;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Settings;

/** What is demanded of {@code cook-dinner}. */
@Grades(id = "cook-dinner", number = 27, track = Track.CHOOSING, contract = CookDinnerContract.class)
public abstract class CookDinnerChecks {

    /** More than any pool of a size that one would guess. */
    private static final int MANY = 120;

    private static final int IMPROVISED = 15;

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private static final Stove UNUSED = step -> {
        throw new IllegalStateException("there is nothing to cook");
    };

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<CookDinnerContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "cooks-each-step", kind = Kind.VALUES, points = 2)
    @Order(2)
    @DisplayName("cooks each step once, and none before what it needs")
    void cooksEachStep(Subject<CookDinnerContract> subject, RandomGenerator random) {
        // a race first, because what it spoils elsewhere is left to chance
        Dinner platter = Dinner.platter(4, random);
        String caption = "4 steps that are done at the same time, and 1 that needs them all";
        Cooking together = Cooking.of(subject, subject::observeSharing, Settings.STANDARD, platter, caption);
        together.demandOrderlyEnd();
        Races.demandNone(together.observed().races());

        Cooking.of(subject, Settings.STANDARD, platter, caption).demandDinner();
        Cooking.of(subject, Settings.STANDARD, Dinner.sunday(random), "the dinner of the page")
                .demandDinner();
        Cooking.of(subject, Settings.STANDARD, Dinner.soup(random), "1 step").demandDinner();
        Cooking.of(
                        subject,
                        Settings.STANDARD,
                        Dinner.pancakes(MANY, random),
                        MANY + " steps that need the last of the list")
                .demandDinner();
        Cooking.demandUsableAgain(subject, platter, Dinner.sunday(random));
        Schedules.explore(subject, FiveSteps.class, random);
    }

    @Check(
            id = "begins-in-time",
            kind = Kind.TIME,
            points = 2,
            needs = {"keeps-the-rules", "cooks-each-step"})
    @Order(3)
    @DisplayName("begins each step as soon as what it needs is done")
    void beginsInTime(Subject<CookDinnerContract> subject, Exhibit exhibit, RandomGenerator random) {
        Promptness promptness = new Promptness(subject, MANY, random);
        exhibit.show(promptness.demand(Dinner.sunday(random), "the dinner of the page"));
        promptness.demand(Dinner.pancakes(MANY, random), MANY + " steps that need the last of the list");
        promptness.demand(Dinner.improvised(IMPROVISED, random), IMPROVISED + " steps made up at random");
        promptness.demand(Dinner.improvised(2 * IMPROVISED, random), 2 * IMPROVISED + " steps made up at random");
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"begins-in-time"})
    @Order(4)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<CookDinnerContract> subject, RandomGenerator random) {
        Cooking cooking = Cooking.of(
                subject, Settings.STANDARD.findingLeftovers(), Dinner.sunday(random), "the dinner of the page");
        cooking.demandDinner();
        Leftovers.demandNone(cooking.run(), Cooking.METHOD);
    }

    @Check(
            id = "refuses-bad-plans",
            kind = Kind.EDGES,
            points = 1,
            needs = {"cooks-each-step"})
    @Order(5)
    @DisplayName("refuses a plan that cannot be cooked, by name and before anything is cooked")
    void refusesBadPlans(Subject<CookDinnerContract> subject, RandomGenerator random) {
        Dinner sunday = Dinner.sunday(random);
        Refusals.demand(
                subject, sunday, List.of(Step.of("chop", "wash")), "The same step chop is there twice", Set.of("chop"));
        Refusals.demand(
                subject, sunday, List.of(Step.of("wash", "stock")), "Two steps are called wash", Set.of("wash"));
        Refusals.demand(
                subject,
                sunday,
                List.of(Step.of("salad", "wash", "lettuce")),
                "The step salad needs lettuce, which is not in the list",
                Set.of("lettuce"));
        Refusals.demand(
                subject, sunday, List.of(Step.of("dough", "dough")), "The step dough needs itself", Set.of("dough"));
        Refusals.demand(
                subject,
                sunday,
                List.of(
                        Step.of("feast", "gravy", "serve"),
                        Step.of("gravy", "stock", "fry"),
                        Step.of("fry", "season"),
                        Step.of("season", "gravy")),
                "The steps gravy, fry and season need one another in a circle",
                Set.of("gravy", "fry", "season"));
    }

    @Check(
            id = "failure-stops-what-needs-it",
            kind = Kind.EDGES,
            points = 1,
            needs = {"begins-in-time"})
    @Order(6)
    @DisplayName("lets a failure stop what needs the step, and nothing else, and throws it as it was")
    void failureStopsWhatNeedsIt(Subject<CookDinnerContract> subject, RandomGenerator random) {
        Dinner sunday = Dinner.sunday(random);
        Duration after = Duration.ofSeconds(2);
        Settings settings = Settings.STANDARD.findingLeftovers();
        Cooking.of(subject, settings, sunday.failing("stock", after), "stock fails after 2 s")
                .demandFailure();
        // whoever waits in the order of the list hears of it late in one of the two, and at once in the other
        Cooking.of(subject, settings, sunday.turned().failing("stock", after), "stock fails after 2 s")
                .demandFailure();
        Cooking.of(subject, settings, sunday.failing("roast", after), "roast fails 2 s after it was begun")
                .demandFailure();
        Cooking.of(subject, settings, sunday.failing("serve", after), "serve fails 2 s after it was begun")
                .demandFailure();
        Dinner both = sunday.failing("stock", ONE_SECOND).failing("wash", ONE_SECOND);
        Cooking.of(subject, settings, both, "stock and wash fail after 1 s").demandFailure();
        // in whatever order somebody waits, that of a hash table too: the first one waited for is of one of these pairs
        Duration soon = Duration.ofMillis(500);
        for (String boil : Dinner.FIRST_OF_PAIRS) {
            Dinner pairs = Dinner.pairs(true, random).failing(boil, soon);
            Cooking.of(subject, settings, pairs, boil + " fails after 500 ms").demandFailure();
        }
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"begins-in-time"})
    @Order(7)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<CookDinnerContract> subject, RandomGenerator random) {
        for (int seconds : List.of(2, 6)) {
            Settings interrupted = Settings.STANDARD
                    .interruptCallerAt(Duration.ofSeconds(seconds))
                    .findingLeftovers();
            String when = "after " + seconds + " s";
            Cooking.of(
                            subject,
                            interrupted,
                            Dinner.sunday(random),
                            "the dinner of the page, the caller interrupted " + when)
                    .demandInterruptKept(when + ", while the dinner was being cooked");
        }
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(8)
    @DisplayName("takes an empty list, and refuses null")
    void arguments(Subject<CookDinnerContract> subject) {
        new Arguments<CookDinnerContract>()
                .mustReturn(Map.of(), "cook(List.of(), stove)", (cook, world) -> cook.cook(List.of(), UNUSED))
                .mustThrow(NullPointerException.class, "cook(null, stove)", (cook, world) -> cook.cook(null, UNUSED))
                .mustThrow(
                        NullPointerException.class,
                        "cook(steps, null)",
                        (cook, world) -> cook.cook(List.of(Step.of("soup")), null))
                .mustThrow(
                        NullPointerException.class,
                        "cook(List.of(), null)",
                        (cook, world) -> cook.cook(List.of(), null))
                .check(subject);
    }

    /** Four steps, and one that needs three of them, watched for data races. */
    static final class FiveSteps extends Call<CookDinnerContract> {
        @Override
        protected void call(CookDinnerContract learners, RandomGenerator random)
                throws IOException, InterruptedException {
            List<Step> steps = List.of(
                    Step.of("platter", "soup", "bread", "salad"),
                    Step.of("soup"),
                    Step.of("bread"),
                    Step.of("salad"),
                    Step.of("tea"));
            learners.cook(steps, step -> step.name() + " is ready");
        }
    }
}
