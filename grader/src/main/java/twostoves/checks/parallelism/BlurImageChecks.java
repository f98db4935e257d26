package twostoves.checks.parallelism;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.contract.BlurImageContract;
import twostoves.evidence.Plan;
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
import twostoves.kit.Image;
import twostoves.kit.PixelFilter;
import twostoves.races.Call;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** What is demanded of {@code blur-image}. */
@Grades(
        id = "blur-image",
        number = 16,
        track = Track.PARALLELISM,
        contract = BlurImageContract.class,
        realWork = OnYourMachine.Picture.class)
public abstract class BlurImageChecks {

    private static final String METHOD = "blur";

    private static final Rulebook RULES = new Rulebook(
            LearnerRules.NO_COMMON_POOL_FOR_COMPUTING, LearnerRules.NO_PROPERTIES, LearnerRules.NO_STATIC_STATE);

    /** A run, and what the filter saw of it. */
    private record Blurring(Subject.Observed<Image> observed, Optional<CheckFailure> fault) {

        Run<Image> run() {
            return observed.run();
        }
    }

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<BlurImageContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "same-picture", kind = Kind.VALUES, points = 2)
    @Order(2)
    @DisplayName("makes the same picture as a single worker, edges included, each pixel computed once")
    void samePicture(Subject<BlurImageContract> subject, RandomGenerator random) {
        demandUnshared(subject, Blur.image(6, 8, random), 4);
        demandPicture(subject, Blur.image(8, 12, random), 4);
        demandPicture(subject, Blur.image(7, 11, random), 3);
        demandPicture(subject, Blur.image(9, 5, random), 2);
        demandPicture(subject, Blur.image(6, 3, random), 8);
        demandPicture(subject, Blur.image(2, 9, random), 4);
        demandPicture(subject, Blur.image(1, 1, random), 4);
        demandPicture(subject, Blur.image(5, 4, random), 1);
        Schedules.explore(subject, SixRows.class, random);
    }

    @Check(
            id = "makespan",
            kind = Kind.TIME,
            points = 2,
            needs = {"keeps-the-rules", "same-picture"})
    @Order(3)
    @DisplayName("finishes in the time of the largest even band, on 1, 2, 4 and 8 cores")
    void makespan(Subject<BlurImageContract> subject, Exhibit exhibit, RandomGenerator random) {
        exhibit.show(demandMakespan(subject, Blur.image(12, 12, random), 4, 4));
        demandMakespan(subject, Blur.image(9, 13, random), 5, 8);
        demandMakespan(subject, Blur.image(16, 16, random), 8, 8);
        demandMakespan(subject, Blur.image(8, 8, random), 2, 2);
        demandMakespan(subject, Blur.image(8, 8, random), 4, 2);
        demandMakespan(subject, Blur.image(4, 8, random), 4, 1);
    }

    @Check(
            id = "as-many-workers",
            kind = Kind.THREADS,
            points = 1,
            needs = {"makespan"})
    @Order(4)
    @DisplayName("computes on exactly as many threads as were asked for")
    void asManyWorkers(Subject<BlurImageContract> subject, RandomGenerator random) {
        demandWorkers(subject, Blur.image(10, 9, random), 3);
        // shares of 9 rows by 4, rounded up, are 3
        demandWorkers(subject, Blur.image(10, 9, random), 4);
        demandWorkers(subject, Blur.image(8, 14, random), 7);
        demandWorkers(subject, Blur.image(5, 3, random), 4);
        demandWorkers(subject, Blur.image(4, 5, random), 1);
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"makespan"})
    @Order(5)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<BlurImageContract> subject, RandomGenerator random) {
        Image source = Blur.image(5, 8, random);
        Run<Image> run =
                blur(subject, Settings.STANDARD.findingLeftovers(), source, 4).run();
        Endings.valueOf(run, subject.exercise(), caption(source, 4, 4));
        Leftovers.demandNone(run, METHOD);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"makespan"})
    @Order(6)
    @DisplayName("throws the failure of the filter as it was")
    void failureSurfaces(Subject<BlurImageContract> subject, RandomGenerator random) {
        Image source = Blur.image(5, 8, random);
        for (int row : List.of(0, 3, 7)) {
            IllegalStateException original = new IllegalStateException("no colour for (2, " + row + ")");
            Run<Image> run = blur(subject, Settings.STANDARD.findingLeftovers(), source, 4, filter -> (image, x, y) -> {
                        int argb = filter.apply(image, x, y);
                        if (x == 2 && y == row) {
                            throw original;
                        }
                        return argb;
                    })
                    .run();
            Endings.demandEnd(run, subject.exercise(), "pixel (2, " + row + ") fails");
            Failures.demandOriginal(run, original, "Pixel (2, " + row + ")");
            Leftovers.demandNone(run, METHOD);
        }
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"makespan"})
    @Order(7)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<BlurImageContract> subject, RandomGenerator random) {
        Image source = Blur.image(5, 8, random);
        Settings interrupted =
                Settings.STANDARD.interruptCallerAt(Blur.COST.multipliedBy(3)).findingLeftovers();
        Run<Image> run = blur(subject, interrupted, source, 4).run();
        Endings.demandEnd(run, subject.exercise(), "40 pixels on 4 workers, the caller interrupted after 3 ms");
        Failures.demandInterruptKept(run, "after 3 ms, while 4 workers were computing");
        run.failure()
                .filter(failure -> !(failure instanceof InterruptedException))
                .ifPresent(failure -> {
                    throw Endings.unexpected(failure);
                });
        if (run.end() == Run.End.RETURNED
                && !run.value().filter(Blur.blurred(source)::equals).isPresent()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "The calling thread was interrupted after 3 ms, and your method returned "
                            + (run.value().isPresent() ? "another picture than without the interrupt." : "null."));
        }
        Leftovers.demandNone(run, METHOD);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(8)
    @DisplayName("refuses null and fewer than one worker")
    void arguments(Subject<BlurImageContract> subject, RandomGenerator random) {
        Image source = Blur.image(3, 4, random);
        PixelFilter filter = Image::argb;
        Arguments<BlurImageContract> arguments = new Arguments<BlurImageContract>()
                .mustReturn(
                        source,
                        "blur(source, filter, 4), the filter changing nothing,",
                        (blur, world) -> blur.blur(source, filter, 4))
                .mustThrow(
                        NullPointerException.class,
                        "blur(null, filter, 4)",
                        (blur, world) -> blur.blur(null, filter, 4))
                .mustThrow(
                        NullPointerException.class,
                        "blur(source, null, 4)",
                        (blur, world) -> blur.blur(source, null, 4));
        for (int workers : List.of(0, -1, Integer.MIN_VALUE)) {
            arguments.mustThrow(
                    IllegalArgumentException.class,
                    "blur(source, filter, " + workers + ")",
                    (blur, world) -> blur.blur(source, filter, workers));
        }
        arguments.check(subject);
    }

    private static Blurring blur(Subject<BlurImageContract> subject, Settings settings, Image source, int workers) {
        return blur(subject, settings, source, workers, UnaryOperator.identity());
    }

    private static Blurring blur(
            Subject<BlurImageContract> subject,
            Settings settings,
            Image source,
            int workers,
            UnaryOperator<PixelFilter> changed) {
        AtomicReference<Blur> filter = new AtomicReference<>();
        Subject.Observed<Image> observed = subject.observe(settings, use(source, workers, changed, filter));
        return new Blurring(observed, fault(filter));
    }

    private static Subject.Use<BlurImageContract, Image> use(
            Image source, int workers, UnaryOperator<PixelFilter> changed, AtomicReference<Blur> used) {
        return (blur, simulation) -> {
            used.set(new Blur(simulation, source));
            return blur.blur(source, changed.apply(used.get()), workers);
        };
    }

    private static Optional<CheckFailure> fault(AtomicReference<Blur> used) {
        return Optional.ofNullable(used.get()).flatMap(Blur::fault);
    }

    private static String caption(Image source, int workers, int cores) {
        return source.width() + " by " + source.height() + " pixels of 1 ms each, " + workers
                + (workers == 1 ? " worker, " : " workers, ") + cores + (cores == 1 ? " core" : " cores");
    }

    // ---- values --------------------------------------------------------------------------------------------------

    private static void demandPicture(Subject<BlurImageContract> subject, Image source, int workers) {
        demandRight(subject, blur(subject, Settings.STANDARD, source, workers), source, workers);
    }

    private static void demandUnshared(Subject<BlurImageContract> subject, Image source, int workers) {
        AtomicReference<Blur> filter = new AtomicReference<>();
        Subject.Observed<Image> observed =
                subject.observeSharing(Settings.STANDARD, use(source, workers, UnaryOperator.identity(), filter));
        Run<Image> run = observed.run();
        boolean wrong = !run.value().filter(Blur.blurred(source)::equals).isPresent()
                || !run.timeline().ownership().repeated().isEmpty();
        Optional<CheckFailure> fault = fault(filter);
        observed.races().stream()
                .filter(race -> run.inFlightAtReturn() == 0 && fault.isEmpty() && (race.isDataRace() || wrong))
                .findFirst()
                .ifPresent(race -> {
                    Endings.demandEnd(run, subject.exercise(), caption(source, workers, workers));
                    throw Races.failure(race, Races.diagnosis(race, Diagnosis.DATA_RACE));
                });
        demandRight(subject, new Blurring(observed, fault), source, workers);
    }

    private static void demandRight(Subject<BlurImageContract> subject, Blurring blurring, Image source, int workers) {
        Run<Image> run = blurring.run();
        Endings.demandEnd(run, subject.exercise(), caption(source, workers, workers));
        blurring.fault().ifPresent(fault -> {
            throw fault;
        });
        Image actual = Endings.valueOf(run, subject.exercise(), caption(source, workers, workers));
        Leftovers.demandNothingUnderWay(run, METHOD);
        Pixels.demandEachOnce(run.timeline().ownership(), source, workers);
        Image expected = Blur.blurred(source);
        if (actual.width() != source.width() || actual.height() != source.height()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES, "The source is " + source + ", and you made " + actual + ".");
        }
        for (int i = 0; i < source.width() * source.height(); i++) {
            int x = i % source.width();
            int y = i / source.width();
            if (actual.argb(x, y) != expected.argb(x, y)) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "Each pixel of " + source + " was computed once, yet with " + workers + " workers pixel (" + x
                                + ", " + y + ") of your image is " + Integer.toHexString(actual.argb(x, y))
                                + " instead of " + Integer.toHexString(expected.argb(x, y)) + ".");
            }
        }
    }

    // ---- time and threads ----------------------------------------------------------------------------------------

    private static Picture demandMakespan(Subject<BlurImageContract> subject, Image source, int workers, int cores) {
        Settings settings = Settings.STANDARD.cores(cores).quantum(Blur.COST);
        Run<Image> run = blur(subject, settings, source, workers).run();
        String caption = caption(source, workers, cores);
        Endings.valueOf(run, subject.exercise(), caption);
        long band = Pixels.largestBand(source, workers);
        long pixels = (long) source.width() * source.height();
        long most = Blur.COST.toNanos() * (cores < workers ? pixels / cores + band : band);
        long row = Blur.COST.multipliedBy(source.width()).toNanos();
        List<Plan.Task> rows = new Job("row", "computed", source.height(), workers).tasks(any -> row);
        Picture picture = new Picture(caption, run.timeline(), Optional.of(most))
                .beside(Plan.shares(rows, Math.min(workers, cores)));
        if (run.timeline().makespan() > most) {
            Blurring again = blur(subject, settings.lookingAround(), source, workers);
            String took = "That took " + Times.ofNanos(run.timeline().makespan()) + ", and " + Times.ofNanos(most)
                    + " are enough on " + cores + (cores == 1 ? " core." : " cores.");
            throw Pixels.explain(again.observed(), source, workers, took).showing(picture);
        }
        return picture;
    }

    private static void demandWorkers(Subject<BlurImageContract> subject, Image source, int workers) {
        Blurring blurring = blur(subject, Settings.STANDARD, source, workers);
        Endings.valueOf(blurring.run(), subject.exercise(), caption(source, workers, workers));
        int least = Pixels.fewestThreads(source, workers);
        Pixels.CREW
                .wrongKind(blurring.observed(), "")
                .or(() -> Pixels.CREW.wrongNumber(blurring.observed(), least, workers, ""))
                .ifPresent(fault -> {
                    throw fault;
                });
    }

    /** Six rows for three workers, watched for data races. */
    static final class SixRows extends Call<BlurImageContract> {
        @Override
        protected void call(BlurImageContract learners, RandomGenerator random) throws InterruptedException {
            Image source = Image.of(4, 6, random.ints(24).toArray());
            learners.blur(source, (image, x, y) -> image.argb(x, y) + 1, 3);
        }
    }
}
