package twostoves.checks.choosing;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import twostoves.checks.Endings;
import twostoves.checks.Leftovers;
import twostoves.checks.concurrency.Askings;
import twostoves.contract.ThumbnailServiceContract;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Picture;
import twostoves.grading.Subject;
import twostoves.kit.Image;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/**
 * One call of {@code thumbnails}.
 *
 * @param subject the submission
 * @param observed the run
 * @param album what was to be fetched and shrunk
 * @param connections how many requests may be in flight
 * @param workers how many threads compute
 * @param log what became of the pictures
 */
record ThumbnailRun(
        Subject<ThumbnailServiceContract> subject,
        Subject.Observed<List<Image>> observed,
        Album album,
        int connections,
        int workers,
        PictureLog log) {

    static final String METHOD = "thumbnails";

    /** A stretch of time in which nothing changes. */
    record Stretch(long from, long to, int waiting, int computing, int toAsk, int toShrink) {}

    /** How the learner's code is run. */
    @FunctionalInterface
    interface Way {
        Subject.Observed<List<Image>> run(Settings settings, Subject.Use<ThumbnailServiceContract, List<Image>> use);
    }

    static ThumbnailRun of(
            Subject<ThumbnailServiceContract> subject, Settings settings, Album album, int connections, int workers) {
        return of(subject, subject::observe, settings, album, connections, workers);
    }

    static ThumbnailRun of(
            Subject<ThumbnailServiceContract> subject,
            Way way,
            Settings settings,
            Album album,
            int connections,
            int workers) {
        PictureLog log = new PictureLog(album);
        Subject.Observed<List<Image>> observed = way.run(
                settings,
                (learners, world) ->
                        learners.thumbnails(album.paths(), log.api(world), log.shrink(world), connections, workers));
        return new ThumbnailRun(subject, observed, album, connections, workers, log);
    }

    /** The same once more, looking around. */
    ThumbnailRun lookingAround(Settings settings) {
        return of(subject, settings.lookingAround(), album, connections, workers);
    }

    Run<List<Image>> run() {
        return observed.run();
    }

    String caption() {
        return album.size()
                + (album.size() == 1 ? " picture, " : " pictures, ")
                + connections
                + (connections == 1 ? " connection, " : " connections, ")
                + workers
                + (workers == 1 ? " worker" : " workers");
    }

    Picture picture() {
        IdealPipeline ideal = idealPipeline();
        return new Picture(caption(), run().timeline(), Optional.of(ideal.makespan())).beside(ideal.plan());
    }

    /**
     * How long it takes without an idle connection or worker, if the paths are asked for in the order in which they were: which
     * that is, is up to the submission. Virtual nanoseconds.
     */
    long ideal() {
        return idealPipeline().makespan();
    }

    private IdealPipeline idealPipeline() {
        List<Album.Photo> asked = waiting().spans().stream()
                .map(span -> album.photos().get((int) span.item()))
                .toList();
        return new IdealPipeline(asked, connections, workers);
    }

    // ---- values ----------------------------------------------------------------------------------------------------

    /** Demands that the call has returned the thumbnails, each picture asked for once and shrunk once. */
    void demandThumbnails() {
        List<Image> returned = Endings.valueOf(run(), subject.exercise(), caption());
        Leftovers.demandNothingUnderWay(run(), METHOD);
        Askings.demandEachOnce(run(), album.paths());
        demandEachShrunkOnce();
        demandRight(returned);
    }

    private void demandEachShrunkOnce() {
        List<String> shrunk = log.shrunk();
        for (String path : album.paths()) {
            int due = Collections.frequency(album.paths(), path);
            int actual = Collections.frequency(shrunk, path);
            if (actual != due) {
                throw CheckFailure.proven(
                        actual > due ? Diagnosis.WORK_DONE_TWICE : Diagnosis.ITEM_LOST,
                        path + " stands " + times(due) + " in the list and was shrunk " + times(actual) + ".");
            }
        }
    }

    private static String times(int count) {
        return switch (count) {
            case 0 -> "not at all";
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }

    /** Demands that these are the thumbnails. */
    void demandRight(List<Image> returned) {
        List<Image> due = album.thumbnails();
        if (returned.equals(due)) {
            return;
        }
        if (returned.size() != due.size()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "There were " + due.size() + " paths, and your list has " + returned.size() + " thumbnails.");
        }
        int at = IntStream.range(0, due.size())
                .filter(i -> !due.get(i).equals(returned.get(i)))
                .findFirst()
                .orElseThrow();
        int from = returned.indexOf(due.get(at));
        if (due.stream().allMatch(returned::contains) && from >= 0) {
            boolean completion = isByCompletion(returned);
            throw CheckFailure.proven(
                    completion ? Diagnosis.COMPLETION_ORDER : Diagnosis.ORDER_LOST,
                    "The thumbnails are all there, but "
                            + (completion ? "in the order in which they were ready" : "not in the order of the paths")
                            + ": that of " + album.paths().get(at) + " stands in place " + (from + 1) + ".");
        }
        throw CheckFailure.proven(
                Diagnosis.WRONG_VALUES,
                "What stands in your list for " + album.paths().get(at) + " is not its thumbnail.");
    }

    /** Whether none stands before one that was ready earlier. */
    private boolean isByCompletion(List<Image> returned) {
        List<Long> ends = returned.stream()
                .map(thumbnail -> computing().spans().stream()
                        .filter(span -> album.photos()
                                .get((int) span.item())
                                .thumbnail()
                                .equals(thumbnail))
                        .mapToLong(Span::end)
                        .max()
                        .orElse(0))
                .toList();
        return ends.equals(ends.stream().sorted().toList());
    }

    // ---- what was seen
    // -----------------------------------------------------------------------------------------------

    Timeline waiting() {
        return only(Span.Activity.WAITING);
    }

    Timeline computing() {
        return only(Span.Activity.COMPUTING);
    }

    private Timeline only(Span.Activity activity) {
        Timeline whole = run().timeline();
        return new Timeline(
                whole.spans().stream()
                        .filter(span -> span.activity() == activity)
                        .toList(),
                whole.makespan());
    }

    Set<ThreadIdentity> fetching() {
        return waiting().byThread().keySet();
    }

    Set<ThreadIdentity> shrinking() {
        return computing().byThread().keySet();
    }

    /** What was going on, from one change to the next. */
    Stream<Stretch> stretches() {
        SortedSet<Long> changes = run().timeline().spans().stream()
                .flatMap(span -> Stream.of(span.start(), span.end()))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Long> times = List.copyOf(changes);
        return IntStream.range(0, Math.max(0, times.size() - 1)).mapToObj(i -> stretch(times.get(i), times.get(i + 1)));
    }

    private Stretch stretch(long from, long to) {
        List<Span> waits = waiting().spans();
        List<Span> computations = computing().spans();
        long asked = waits.stream().filter(span -> span.start() <= from).count();
        long fetched = waits.stream()
                .filter(span -> span.end() <= from && span.ending() == Span.Ending.COMPLETED)
                .count();
        long begun = computations.stream().filter(span -> span.start() <= from).count();
        return new Stretch(
                from, to, during(waits, from), during(computations, from), (int) (album.size() - asked), (int)
                        (fetched - begun));
    }

    private static int during(List<Span> spans, long time) {
        return (int) spans.stream()
                .filter(span -> span.start() <= time && span.end() > time)
                .count();
    }
}
