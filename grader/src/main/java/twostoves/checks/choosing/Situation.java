package twostoves.checks.choosing;

import java.time.Duration;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;

/**
 * The situations of the decision guide, as workloads. The reasons for the numbers stand in {@code docs/decision-guide.md}.
 */
enum Situation {
    MANY_READS("Many reads and writes", 200, millis(20), micros(5), 8),
    WEB_SERVER("A server with many connections", 1_000, seconds(2), micros(20), 8),
    REPLIES("Tasks that wait for replies", 3, seconds(3), millis(1), 4),
    USER_INTERFACE("A user interface", 12, millis(250), micros(500), 8),
    BACKGROUND_JOBS("Background jobs", 30, seconds(60), millis(2), 4),
    FEW_CORES("One core and much waiting", 50, millis(40), millis(2), 1),

    HEAVY_CALCULATION("Heavy calculations", 16, millis(0), seconds(2), 4),
    LARGE_DATA("A large set of data", 64, millis(1), millis(30), 8),
    VIDEO("Video or pictures", 96, micros(500), millis(40), 8),
    SCIENCE("A scientific simulation", 32, millis(0), millis(150), 16),
    TRAINING("Training a model", 8, millis(20), millis(1_200), 8),
    MANY_CORES("Several cores and much computing", 10, millis(0), millis(100), 4),

    THUMBNAILS("A thumbnail service", 60, millis(200), millis(20), 4),
    IMPORT("An import that checks what it has fetched", 40, millis(100), millis(25), 2),
    RECIPE(
            "Steps that build on one another",
            new Workload(10, millis(100), millis(50), Dependence.EACH_ON_THE_LAST),
            8),
    LOGIN(
            "A login: look up, hash, look up again",
            new Workload(3, millis(5), millis(80), Dependence.EACH_ON_THE_LAST),
            4),
    FEW_ADDITIONS("A few additions", 20, millis(0), micros(2), 8),
    ONE_REQUEST("A single request", 1, millis(300), millis(1), 8),
    ONE_CORE("One core and nothing but computing", 10, millis(0), millis(100), 1);

    private final KnownQuestion known;

    Situation(String what, int tasks, Duration waiting, Duration computing, int cores) {
        this(what, new Workload(tasks, waiting, computing, Dependence.NONE), cores);
    }

    Situation(String what, Workload work, int cores) {
        this.known = new KnownQuestion(new Question(what, work, cores));
    }

    KnownQuestion known() {
        return known;
    }

    Question question() {
        return known.question();
    }

    Comparison comparison() {
        return known.comparison();
    }

    private static Duration micros(long count) {
        return Duration.ofNanos(1_000 * count);
    }

    private static Duration millis(long count) {
        return Duration.ofMillis(count);
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}
