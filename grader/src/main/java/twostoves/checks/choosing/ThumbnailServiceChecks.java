package twostoves.checks.choosing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.contract.ThumbnailServiceContract;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.kit.Image;
import twostoves.kit.RemoteApi;
import twostoves.races.Call;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** What is demanded of {@code thumbnail-service}. */
@Grades(id = "thumbnail-service", number = 28, track = Track.CHOOSING, contract = ThumbnailServiceContract.class)
public abstract class ThumbnailServiceChecks {

    /** Longer than any picture takes, so that each is shrunk at a stretch. */
    private static final Settings AT_A_STRETCH = Settings.STANDARD.quantum(Duration.ofDays(1));

    private static final int SOME = 40;
    private static final int MANY = 60;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_COMPUTING);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<ThumbnailServiceContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "thumbnails-in-order", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("returns the thumbnails in order, each fetched and shrunk once")
    void thumbnailsInOrder(Subject<ThumbnailServiceContract> subject, RandomGenerator random) {
        // a race first, because what it spoils elsewhere is left to chance
        Album alike = Album.even(8, random, 1_000, 1_000);
        ThumbnailRun together = ThumbnailRun.of(subject, subject::observeSharing, AT_A_STRETCH, alike, 4, 4);
        Races.demandNone(together.observed().races());
        Endings.demandEnd(together.run(), subject.exercise(), together.caption());

        ThumbnailRun.of(subject, AT_A_STRETCH, alike, 4, 4).demandThumbnails();
        Album shuffled = Album.of(12, random, i -> 1_000 + 700L * (i * 5 % 12), i -> 500 + 300L * (i * 7 % 12));
        ThumbnailRun.of(subject, AT_A_STRETCH, shuffled, 4, 2).demandThumbnails();
        ThumbnailRun.of(subject, AT_A_STRETCH, shuffled, 1, 1).demandThumbnails();
        ThumbnailRun.of(subject, AT_A_STRETCH, Album.even(3, random, 2_000, 1_000), 8, 8)
                .demandThumbnails();
        ThumbnailRun.of(subject, AT_A_STRETCH, Album.even(1, random, 2_000, 1_000), 2, 2)
                .demandThumbnails();
        ThumbnailRun.of(
                        subject,
                        AT_A_STRETCH,
                        Album.even(5, random, 1_000, 1_000).withTheFirstAgain(),
                        3,
                        2)
                .demandThumbnails();
        demandUsableAgain(subject, shuffled, Album.even(6, random, 1_000, 1_000));
        Schedules.explore(subject, SixPictures.class, random);
    }

    /** What two calls of one object returned. */
    private record TwoCalls(List<Image> first, List<Image> second) {}

    private static void demandUsableAgain(Subject<ThumbnailServiceContract> subject, Album earlier, Album later) {
        PictureLog first = new PictureLog(earlier);
        PictureLog second = new PictureLog(later);
        Run<TwoCalls> run = subject.run(
                AT_A_STRETCH,
                (learners, world) -> new TwoCalls(
                        learners.thumbnails(earlier.paths(), first.api(world), first.shrink(world), 2, 3),
                        learners.thumbnails(later.paths(), second.api(world), second.shrink(world), 4, 1)));
        TwoCalls calls = Endings.valueOf(run, subject.exercise(), "two calls on the same object");
        if (!later.thumbnails().equals(calls.second())) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Called a second time on the same object, your method did not return the right thumbnails.");
        }
        if (!earlier.thumbnails().equals(calls.first())) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Your method was called twice on the same object, and what the first call returned is not right"
                            + " afterwards.");
        }
    }

    @Check(
            id = "kinds-apart",
            kind = Kind.THREADS,
            points = 1,
            needs = {"thumbnails-in-order"})
    @Order(3)
    @DisplayName("computes on its workers alone, and waits elsewhere")
    void kindsApart(Subject<ThumbnailServiceContract> subject, RandomGenerator random) {
        kinds(subject, Album.even(18, random, 2_000, 500), 6, 2).demand();
        KindsApart busy = kinds(subject, Album.even(15, random, 500, 2_000), 4, 3);
        busy.demand();
        busy.demandAllAtWork();
        kinds(subject, Album.even(6, random, 500, 1_000), 3, 1).demand();
    }

    private static KindsApart kinds(
            Subject<ThumbnailServiceContract> subject, Album album, int connections, int workers) {
        ThumbnailRun run = ThumbnailRun.of(subject, AT_A_STRETCH, album, connections, workers);
        run.demandThumbnails();
        return new KindsApart(run, AT_A_STRETCH);
    }

    @Check(
            id = "both-at-once",
            kind = Kind.TIME,
            points = 1,
            needs = {"keeps-the-rules", "kinds-apart"})
    @Order(4)
    @DisplayName("uses all connections while all workers compute, and never more")
    void bothAtOnce(Subject<ThumbnailServiceContract> subject, RandomGenerator random) {
        Pace pace = pace(subject, Album.even(16, random, 4_000, 1_000), 4, 2);
        pace.demandNoneTooMany();
        pace.demandBothAtOnce();
        pace(subject, Album.of(SOME, random, i -> 1_000L * (1 + i % 3), i -> 500L), 10, 2)
                .demandNoneTooMany();
        pace(subject, Album.even(5, random, 1_000, 1_000), 1, 2).demandNoneTooMany();
    }

    @Check(
            id = "hardly-longer",
            kind = Kind.TIME,
            points = 1,
            needs = {"both-at-once"})
    @Order(5)
    @DisplayName("leaves no worker idle, and takes hardly longer than it must")
    void hardlyLonger(Subject<ThumbnailServiceContract> subject, Exhibit exhibit, RandomGenerator random) {
        exhibit.show(pace(subject, Album.even(12, random, 2_000, 1_000), 4, 2).demandFast());
        pace(subject, Album.even(6, random, 1_000, 1_000), 1, 1).demandFast();
        pace(subject, Album.of(MANY, random, i -> random.nextLong(1_000, 3_000), i -> random.nextLong(100, 300)), 6, 2)
                .demandFast();
        pace(subject, Album.of(SOME, random, i -> random.nextLong(100, 300), i -> 1_000L), 4, 3)
                .demandFast();
        // some take long among many that do not; how long all of it takes depends on which are asked for first
        pace(subject, Album.of(24, random, i -> i % 5 == 0 ? 8_000L : 1_000L, i -> 1_000L), 6, 2)
                .demandNoIdleWorker();
    }

    private static Pace pace(Subject<ThumbnailServiceContract> subject, Album album, int connections, int workers) {
        ThumbnailRun run = ThumbnailRun.of(subject, AT_A_STRETCH, album, connections, workers);
        run.demandThumbnails();
        return new Pace(run, AT_A_STRETCH);
    }

    @Check(
            id = "bounded-memory",
            kind = Kind.THREADS,
            points = 1,
            needs = {"both-at-once"})
    @Order(6)
    @DisplayName("holds few pictures, though they arrive a thousand times faster")
    void boundedMemory(Subject<ThumbnailServiceContract> subject, RandomGenerator random) {
        demandBounded(subject, Album.even(MANY, random, 1, 1_000), 4, 2);
        demandBounded(subject, Album.even(30, random, 1, 1_000), 2, 1);
        demandBounded(subject, Album.even(MANY, random, 1, 1_000), random.nextInt(1, 6), random.nextInt(2, 5));
    }

    private static void demandBounded(
            Subject<ThumbnailServiceContract> subject, Album album, int connections, int workers) {
        ThumbnailRun run = ThumbnailRun.of(subject, AT_A_STRETCH, album, connections, workers);
        run.demandThumbnails();
        int bound = 2 * (connections + workers);
        int most = run.log().mostThere();
        if (most > bound) {
            throw CheckFailure.measured(
                            Diagnosis.UNBOUNDED_BUFFER,
                            "Of " + album.size() + " pictures " + most
                                    + " had been fetched and not yet shrunk at the same time. With " + connections
                                    + (connections == 1 ? " connection and " : " connections and ") + workers
                                    + (workers == 1 ? " worker" : " workers") + " it may be " + bound
                                    + " at the most. A connection delivered a picture in 1 ms, and to shrink one took 1 s.")
                    .showing(run.picture());
        }
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"both-at-once"})
    @Order(7)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<ThumbnailServiceContract> subject, RandomGenerator random) {
        ThumbnailRun run =
                ThumbnailRun.of(subject, AT_A_STRETCH.findingLeftovers(), Album.even(12, random, 2_000, 1_000), 4, 2);
        run.demandThumbnails();
        Leftovers.demandNone(run.run(), ThumbnailRun.METHOD);
    }

    @Check(
            id = "failure-and-interrupt",
            kind = Kind.EDGES,
            points = 1,
            needs = {"hardly-longer", "bounded-memory", "nothing-left-running"})
    @Order(8)
    @DisplayName("ends with the first failure, and does not lose an interrupt")
    void failureAndInterrupt(Subject<ThumbnailServiceContract> subject, RandomGenerator random) {
        Album slow = Album.even(16, random, 3_000, 1_000);
        demandStopped(subject, slow.losing(7, Duration.ofMillis(1_500)), "The eighth request failed");
        demandStopped(subject, slow.losing(0, Duration.ofMillis(500)), "The first request failed");
        demandStopped(subject, slow.spoiling(1), "The second call of shrink failed");
        // while everybody who fetches waits for a free place
        Album fast = Album.even(40, random, 1, 1_000);
        demandStopped(subject, fast.spoiling(2), "The third call of shrink failed");
        demandStopped(subject, fast.losing(9, Duration.ofMillis(1_700)), "The tenth request failed");

        demandInterruptKept(subject, slow, Duration.ofMillis(4_500));
        demandInterruptKept(subject, fast, Duration.ofMillis(2_500));
    }

    private static void demandStopped(Subject<ThumbnailServiceContract> subject, Album album, String what) {
        ThumbnailRun run = ThumbnailRun.of(subject, AT_A_STRETCH.findingLeftovers(), album, 4, 2);
        new PictureFailures(run, what).demandStopped();
    }

    private static void demandInterruptKept(Subject<ThumbnailServiceContract> subject, Album album, Duration after) {
        Settings interrupted = AT_A_STRETCH.interruptCallerAt(after).findingLeftovers();
        ThumbnailRun run = ThumbnailRun.of(subject, interrupted, album, 4, 2);
        Endings.demandEnd(run.run(), subject.exercise(), run.caption());
        Failures.demandInterruptKept(
                run.run(), "after " + after.toMillis() + " ms, while pictures were being fetched and shrunk");
        run.run().value().ifPresent(run::demandRight);
        Leftovers.demandNone(run.run(), ThumbnailRun.METHOD);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(9)
    @DisplayName("takes an empty list, and refuses null and numbers below one")
    void arguments(Subject<ThumbnailServiceContract> subject, RandomGenerator random) {
        PictureLog one = new PictureLog(Album.even(1, random, 1_000, 1_000));
        List<String> paths = List.of("/photos/1");
        RemoteApi unused = path -> {
            throw new IllegalStateException("there is nothing to fetch");
        };
        Function<String, Image> idle = text -> {
            throw new IllegalStateException("there is nothing to shrink");
        };
        Arguments<ThumbnailServiceContract> arguments = new Arguments<ThumbnailServiceContract>()
                .mustReturn(
                        List.of(),
                        "thumbnails(List.of(), api, shrink, 4, 2)",
                        (service, world) -> service.thumbnails(List.of(), unused, idle, 4, 2))
                .mustThrow(
                        NullPointerException.class,
                        "thumbnails(null, api, shrink, 4, 2)",
                        (service, world) -> service.thumbnails(null, unused, idle, 4, 2));
        for (List<String> list : List.of(paths, List.<String>of())) {
            String name = list.isEmpty() ? "List.of()" : "paths";
            arguments
                    .mustThrow(
                            NullPointerException.class,
                            "thumbnails(" + name + ", null, shrink, 4, 2)",
                            (service, world) -> service.thumbnails(list, null, one.shrink(world), 4, 2))
                    .mustThrow(
                            NullPointerException.class,
                            "thumbnails(" + name + ", api, null, 4, 2)",
                            (service, world) -> service.thumbnails(list, one.api(world), null, 4, 2));
            for (int few : List.of(0, -1)) {
                arguments
                        .mustThrow(
                                IllegalArgumentException.class,
                                "thumbnails(" + name + ", api, shrink, " + few + ", 2)",
                                (service, world) -> service.thumbnails(list, one.api(world), one.shrink(world), few, 2))
                        .mustThrow(
                                IllegalArgumentException.class,
                                "thumbnails(" + name + ", api, shrink, 4, " + few + ")",
                                (service, world) ->
                                        service.thumbnails(list, one.api(world), one.shrink(world), 4, few));
            }
        }
        arguments.check(subject);
    }

    @Check(
            id = "real-server",
            kind = Kind.TIME,
            points = 1,
            needs = {"failure-and-interrupt", "arguments"})
    @Order(10)
    @DisplayName("does the same with real pictures from a real HTTP server")
    void realServer(Subject<ThumbnailServiceContract> subject, RandomGenerator random) throws InterruptedException {
        int connections = random.nextInt(3, 6);
        RealPictures pictures;
        try {
            pictures = RealPictures.of(4 * connections, random);
        } catch (LinkageError e) {
            throw new NotMeasuredException("This Java has no pictures: " + e.getMessage(), e);
        }
        new RealThumbnails(subject, pictures, connections, 2).demand();
    }

    /** Six pictures, two connections and two workers, watched for data races. */
    static final class SixPictures extends Call<ThumbnailServiceContract> {
        @Override
        protected void call(ThumbnailServiceContract learners, RandomGenerator random)
                throws IOException, InterruptedException {
            List<String> paths = List.of("/1", "/22", "/333", "/4444", "/55555", "/666666");
            learners.thumbnails(
                    paths, path -> "picture" + path, picture -> Image.of(1, 1, new int[] {picture.length()}), 2, 2);
        }
    }
}
