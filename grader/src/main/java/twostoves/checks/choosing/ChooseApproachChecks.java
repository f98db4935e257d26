package twostoves.checks.choosing;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.contract.ChooseApproachContract;
import twostoves.grading.Check;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;

/** What is demanded of {@code choose-approach}. */
@Grades(id = "choose-approach", number = 25, track = Track.CHOOSING, contract = ChooseApproachContract.class)
public abstract class ChooseApproachChecks {

    /** The same work on machines of different size. */
    static final List<KnownQuestion> ELSEWHERE = Stream.of(1, 2, 4, 16, 1_000)
            .flatMap(cores -> Stream.of(
                            of(10, Duration.ZERO, Duration.ofMillis(100)),
                            of(6, Duration.ofMillis(20), Duration.ofMillis(40)),
                            // a thousand workers would take longer to start than the work takes; there are never more
                            // than tasks
                            of(4, Duration.ZERO, Duration.ofMillis(20)))
                    .map(work -> new KnownQuestion(new Question("Another machine", work, cores))))
            .toList();

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_THREADS);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<ChooseApproachContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "much-waiting", kind = Kind.VALUES, points = 2)
    @Order(2)
    @DisplayName("chooses right in the six situations of much waiting")
    void muchWaiting(Subject<ChooseApproachContract> subject, Exhibit exhibit) {
        exhibit.show(new Choosing(subject)
                .demand(List.of(
                        Situation.MANY_READS,
                        Situation.WEB_SERVER,
                        Situation.REPLIES,
                        Situation.USER_INTERFACE,
                        Situation.BACKGROUND_JOBS,
                        Situation.FEW_CORES)));
    }

    @Check(id = "much-computing", kind = Kind.VALUES, points = 2)
    @Order(3)
    @DisplayName("chooses right in the six situations of much computing")
    void muchComputing(Subject<ChooseApproachContract> subject, Exhibit exhibit) {
        exhibit.show(new Choosing(subject)
                .demand(List.of(
                        Situation.HEAVY_CALCULATION,
                        Situation.LARGE_DATA,
                        Situation.VIDEO,
                        Situation.SCIENCE,
                        Situation.TRAINING,
                        Situation.MANY_CORES)));
    }

    @Check(id = "much-of-both", kind = Kind.VALUES, points = 1)
    @Order(4)
    @DisplayName("chooses right where there is much of both")
    void muchOfBoth(Subject<ChooseApproachContract> subject, Exhibit exhibit) {
        exhibit.show(new Choosing(subject).demand(List.of(Situation.IMPORT, Situation.THUMBNAILS)));
    }

    @Check(id = "nothing-to-win", kind = Kind.VALUES, points = 1)
    @Order(5)
    @DisplayName("starts no thread where there is nothing to win")
    void nothingToWin(Subject<ChooseApproachContract> subject, Exhibit exhibit) {
        exhibit.show(new Choosing(subject)
                .demand(List.of(
                        Situation.RECIPE,
                        Situation.LOGIN,
                        Situation.FEW_ADDITIONS,
                        Situation.ONE_REQUEST,
                        Situation.ONE_CORE)));
    }

    @Check(
            id = "other-machines",
            kind = Kind.VALUES,
            points = 1,
            needs = {"much-waiting", "much-computing", "much-of-both", "nothing-to-win"})
    @Order(6)
    @DisplayName("goes by the number of cores it is told")
    void otherMachines(Subject<ChooseApproachContract> subject) {
        new Choosing(subject).demandKnown(ELSEWHERE);
    }

    private static Workload of(int tasks, Duration waiting, Duration computing) {
        return new Workload(tasks, waiting, computing, Dependence.NONE);
    }

    @Check(
            id = "any-workload",
            kind = Kind.VALUES,
            points = 1,
            needs = {"other-machines"})
    @Order(7)
    @DisplayName("chooses right for any workload, on both sides of the borders")
    void anyWorkload(Subject<ChooseApproachContract> subject, RandomGenerator random) {
        Plane plane = new Plane(random);
        Choosing choosing = new Choosing(subject);
        choosing.demandNew(plane.everywhere());
        choosing.demandNew(plane.alongTheBorders());
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(8)
    @DisplayName("refuses null and fewer than one core")
    void arguments(Subject<ChooseApproachContract> subject) {
        Workload work = of(3, Duration.ofSeconds(3), Duration.ofMillis(1));
        Arguments<ChooseApproachContract> arguments = new Arguments<ChooseApproachContract>()
                .mustThrow(NullPointerException.class, "choose(null, 4)", (choose, world) -> choose.choose(null, 4));
        for (int cores : List.of(0, -1, Integer.MIN_VALUE)) {
            arguments.mustThrow(
                    IllegalArgumentException.class,
                    "choose(work, " + cores + ")",
                    (choose, world) -> choose.choose(work, cores));
        }
        arguments.check(subject);
    }
}
