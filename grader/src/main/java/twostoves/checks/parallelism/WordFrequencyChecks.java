package twostoves.checks.parallelism;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.contract.WordFrequencyContract;
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
import twostoves.races.Call;
import twostoves.races.Finding;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedFunction;
import twostoves.weaving.SharingWatch;

/** What is demanded of {@code word-frequency}. */
@Grades(
        id = "word-frequency",
        number = 17,
        track = Track.PARALLELISM,
        contract = WordFrequencyContract.class,
        realWork = OnYourMachine.Pages.class)
public abstract class WordFrequencyChecks {

    private static final String METHOD = "count";

    /** A document that costs more than the others costs so many units. */
    private static final int DEAR = 10;

    /** No computation is cut into slices, so that each of them is one step of the clock. */
    private static final Settings UNCUT = Settings.STANDARD.quantum(Duration.ofSeconds(1));

    private static final List<String> MENU = List.of("soup", "bread", "fish", "salt", "rice", "tea", "plum", "leek");

    private static final Rulebook RULES = new Rulebook(
            LearnerRules.NO_COMMON_POOL_FOR_COMPUTING, LearnerRules.NO_PROPERTIES, LearnerRules.NO_STATIC_STATE);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<WordFrequencyContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "right-counts", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("counts every word of every document, each split once")
    void rightCounts(Subject<WordFrequencyContract> subject, RandomGenerator random) {
        demandUnsharedCounts(subject, alike(random, 8), 4);
        demandCounts(subject, mixed(random, 20), 4);
        demandCounts(subject, mixed(random, 13), 5);
        demandCounts(subject, mixed(random, 3), 8);
        demandCounts(subject, mixed(random, 9), 1);
        demandNothingRemembered(subject, mixed(random, 12), mixed(random, 7));
        Schedules.explore(subject, SixDocuments.class, random);
    }

    @Check(
            id = "balanced",
            kind = Kind.TIME,
            points = 2,
            needs = {"keeps-the-rules", "right-counts"})
    @Order(3)
    @DisplayName("keeps all workers busy however uneven the documents are, on 1, 2, 4 and 8 cores")
    void balanced(Subject<WordFrequencyContract> subject, Exhibit exhibit, RandomGenerator random) {
        List<String> texts = numbered(random, 32).texts();
        int[] any = random.ints(texts.size(), 1, DEAR).toArray();
        Documents dearFirst = Documents.of(texts).costing(index -> index < 8 ? DEAR : 1);
        exhibit.show(demandBalance(subject, dearFirst, 4, 4));
        demandBalance(subject, Documents.of(texts).costing(index -> index % 4 == 1 ? DEAR : 1), 4, 8);
        demandBalance(subject, Documents.of(texts).costing(index -> index >= 24 ? DEAR : 1), 4, 4);
        demandBalance(subject, Documents.of(texts).costing(index -> index / 4 % 8 == 5 ? DEAR : 1), 8, 8);
        demandBalance(subject, dearFirst, 4, 2);
        demandBalance(subject, dearFirst, 4, 1);
        demandBalance(subject, Documents.of(texts).costing(index -> any[(int) index]), 1, 8);
    }

    @Check(
            id = "workers",
            kind = Kind.THREADS,
            points = 1,
            needs = {"balanced"})
    @Order(4)
    @DisplayName("computes on as many platform threads as were asked for")
    void workers(Subject<WordFrequencyContract> subject, RandomGenerator random) {
        demandWorkers(subject, alike(random, 32), 4);
        demandWorkers(subject, alike(random, 20), 5);
        demandWorkers(subject, alike(random, 3), 8);
        demandWorkers(subject, alike(random, 6), 1);
    }

    @Check(
            id = "counts-apart",
            kind = Kind.THREADS,
            points = 1,
            needs = {"balanced"})
    @Order(5)
    @DisplayName("counts apart, and meets for each document at the most")
    void countsApart(Subject<WordFrequencyContract> subject) {
        String text = String.join(" ", Collections.nCopies(40, "soup bread"));
        Documents documents = Documents.of(Collections.nCopies(8, text));
        Subject.Observed<Map<String, Long>> observed = subject.observe(UNCUT, use(documents, 4));
        Endings.valueOf(observed.run(), subject.exercise(), job(documents, 4).caption(Integer.MAX_VALUE));
        if (observed.synchronisations() >= documents.words()) {
            throw CheckFailure.measured(
                    Diagnosis.ATOMIC_PER_ELEMENT,
                    "In 8 documents of 80 words your workers met at a lock, an atomic variable or a shared map "
                            + observed.synchronisations() + " times; for 8 documents a few times each is enough.");
        }
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"balanced"})
    @Order(6)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<WordFrequencyContract> subject, RandomGenerator random) {
        Documents documents = alike(random, 12);
        Run<Map<String, Long>> run = subject.run(UNCUT.findingLeftovers(), use(documents, 4));
        Endings.valueOf(run, subject.exercise(), job(documents, 4).caption(Integer.MAX_VALUE));
        Leftovers.demandNone(run, METHOD);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"balanced"})
    @Order(7)
    @DisplayName("throws the failure of a document as it was")
    void failureSurfaces(Subject<WordFrequencyContract> subject, RandomGenerator random) {
        for (int index : List.of(0, 7, 11)) {
            IllegalStateException original = new IllegalStateException("no words in document " + index);
            Run<Map<String, Long>> run = subject.run(
                    UNCUT.findingLeftovers(), use(numbered(random, 12).failingAt(index, original), 4));
            Endings.demandEnd(run, subject.exercise(), "document " + index + " of 12 cannot be split");
            Failures.demandOriginal(run, original, "To split document " + index);
            Leftovers.demandNone(run, METHOD);
        }
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"balanced"})
    @Order(8)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<WordFrequencyContract> subject, RandomGenerator random) {
        Documents documents = numbered(random, 12).costing(index -> 4);
        Settings interrupted =
                UNCUT.interruptCallerAt(SimulatedFunction.COST.multipliedBy(6)).findingLeftovers();
        Run<Map<String, Long>> run = subject.run(interrupted, use(documents, 4));
        Endings.demandEnd(run, subject.exercise(), "12 documents on 4 workers, the caller interrupted after 6 ms");
        Failures.demandInterruptKept(run, "after 6 ms, while 4 workers were computing");
        if (run.end() == Run.End.RETURNED) {
            run.value().flatMap(counts -> fault(counts, documents)).ifPresent(wrong -> {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "The calling thread was interrupted after 6 ms, and your method returned wrong counts: "
                                + wrong);
            });
        }
        Leftovers.demandNone(run, METHOD);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(9)
    @DisplayName("takes no documents and documents without words, and refuses null and fewer than one worker")
    void arguments(Subject<WordFrequencyContract> subject) {
        Function<String, List<String>> words = text -> text.isEmpty() ? List.of() : List.of(text.split(" "));
        List<String> some = List.of("soup soup", "bread");
        Arguments<WordFrequencyContract> arguments = new Arguments<WordFrequencyContract>()
                .mustReturn(Map.of(), "count([], words, 4)", (counter, world) -> counter.count(List.of(), words, 4))
                .mustReturn(
                        Map.of(),
                        "count([\"\", \"\"], words, 4)",
                        (counter, world) -> counter.count(List.of("", ""), words, 4))
                .mustThrow(
                        NullPointerException.class,
                        "count(null, words, 4)",
                        (counter, world) -> counter.count(null, words, 4));
        for (List<String> documents : List.of(some, List.<String>of())) {
            String shown = documents.isEmpty() ? "[]" : "documents";
            arguments.mustThrow(
                    NullPointerException.class,
                    "count(" + shown + ", null, 4)",
                    (counter, world) -> counter.count(documents, null, 4));
            for (int workers : List.of(0, -1, Integer.MIN_VALUE)) {
                arguments.mustThrow(
                        IllegalArgumentException.class,
                        "count(" + shown + ", words, " + workers + ")",
                        (counter, world) -> counter.count(documents, words, workers));
            }
        }
        arguments.check(subject);
    }

    private static Subject.Use<WordFrequencyContract, Map<String, Long>> use(Documents documents, int workers) {
        return (counter, simulation) -> counter.count(documents.texts(), documents.splitter(simulation), workers);
    }

    private static Job job(Documents documents, int workers) {
        return new Job("document", "split", documents.size(), workers);
    }

    /** Documents that all have the same words in the same order, so that all workers do the same at the same time. */
    private static Documents alike(RandomGenerator random, int count) {
        String text = text(random, 12);
        return Documents.of(IntStream.range(0, count).mapToObj(i -> text).toList());
    }

    /** Documents that can be told apart. */
    private static Documents numbered(RandomGenerator random, int count) {
        String text = text(random, 12);
        return Documents.of(
                IntStream.range(0, count).mapToObj(i -> text + " page-" + i).toList());
    }

    /** Documents of all lengths, two of which are the same and one of which is empty. */
    private static Documents mixed(RandomGenerator random, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 2; i < count; i++) {
            texts.add(text(random, random.nextInt(1, 30)));
        }
        texts.add("");
        texts.add(texts.getFirst());
        Collections.shuffle(texts, Random.from(random));
        return Documents.of(texts);
    }

    private static String text(RandomGenerator random, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> MENU.get(random.nextInt(MENU.size())))
                .collect(Collectors.joining(" "));
    }

    // ---- values --------------------------------------------------------------------------------------------------

    private static void demandCounts(Subject<WordFrequencyContract> subject, Documents documents, int workers) {
        Run<Map<String, Long>> run = subject.run(UNCUT, use(documents, workers));
        try {
            demandCounts(subject, run, documents, workers);
        } catch (CheckFailure fault) {
            Run<Map<String, Long>> fresh = subject.afresh().run(UNCUT, use(documents, workers));
            boolean remembered = fault.diagnosis() == Diagnosis.WRONG_VALUES
                    && fresh.value().filter(documents.counts()::equals).isPresent();
            throw remembered
                    ? CheckFailure.proven(
                            Diagnosis.STATIC_STATE,
                            "The first call was right. A later one found what the first one has left. "
                                    + fault.getMessage())
                    : fault;
        }
    }

    private static void demandCounts(
            Subject<WordFrequencyContract> subject, Run<Map<String, Long>> run, Documents documents, int workers) {
        Job job = job(documents, workers);
        Map<String, Long> counts = Endings.valueOf(run, subject.exercise(), job.caption(Integer.MAX_VALUE));
        Leftovers.demandNothingUnderWay(run, METHOD);
        job.demandEachOnce(run.timeline().ownership());
        fault(counts, documents).ifPresent(wrong -> {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Every document was split once, yet with " + workers + (workers == 1 ? " worker " : " workers ")
                            + wrong);
        });
    }

    /** What is wrong with some counts, the end of a sentence. */
    private static Optional<String> fault(Map<String, Long> counts, Documents documents) {
        Map<String, Long> expected = documents.counts();
        TreeSet<String> words = new TreeSet<>(expected.keySet());
        words.addAll(counts.keySet());
        return words.stream()
                .filter(word -> !expected.getOrDefault(word, 0L).equals(counts.getOrDefault(word, 0L)))
                .findFirst()
                .map(word -> "\"" + word + "\" was counted " + counts.getOrDefault(word, 0L) + " times instead of "
                        + expected.getOrDefault(word, 0L) + ".")
                .or(() -> counts.equals(expected)
                        ? Optional.empty()
                        : Optional.of("a word that does not occur is in the map: " + counts + "."));
    }

    private static void demandUnsharedCounts(Subject<WordFrequencyContract> subject, Documents documents, int workers) {
        Subject.Observed<Map<String, Long>> observed = subject.observeSharing(UNCUT, use(documents, workers));
        Run<Map<String, Long>> run = observed.run();
        // a map that is not made for several threads may throw or never end: what it is comes before what it does
        Optional<SharingWatch.Race> dataRace =
                observed.races().stream().filter(SharingWatch.Race::isDataRace).findFirst();
        dataRace.ifPresent(race -> {
            throw Races.failure(race, Races.diagnosis(race, Diagnosis.SHARED_ACCUMULATOR));
        });
        Map<String, Long> counts =
                Endings.valueOf(run, subject.exercise(), job(documents, workers).caption(Integer.MAX_VALUE));
        Leftovers.demandNothingUnderWay(run, METHOD);
        boolean eachOnce = run.timeline().ownership().repeated().isEmpty();
        Optional<String> wrong = fault(counts, documents).filter(fault -> eachOnce);
        wrong.flatMap(fault -> observed.races().stream().findFirst()).ifPresent(race -> {
            throw checkThenAct(race, wrong.get());
        });
        demandCounts(subject, run, documents, workers);
    }

    private static CheckFailure checkThenAct(SharingWatch.Race race, String wrong) {
        boolean map = race.what().contains("Map[") || race.what().contains("Hashtable[");
        CheckFailure failure = Races.failure(race, map ? Diagnosis.CHECK_THEN_ACT : Diagnosis.SHARED_ACCUMULATOR);
        return map
                ? CheckFailure.proven(
                                Diagnosis.CHECK_THEN_ACT,
                                "Two threads look up the same word, find the same count, and each puts back its own: "
                                        + wrong)
                        .at(failure.place())
                : failure;
    }

    private static void demandNothingRemembered(
            Subject<WordFrequencyContract> subject, Documents first, Documents second) {
        Run<Map<String, Long>> run = subject.run(UNCUT, (counter, simulation) -> {
            counter.count(first.texts(), first.splitter(simulation), 4);
            return counter.count(second.texts(), second.splitter(simulation), 2);
        });
        Map<String, Long> counts = Endings.valueOf(run, subject.exercise(), "two calls, one after the other");
        fault(counts, second).ifPresent(wrong -> {
            throw CheckFailure.proven(
                    Diagnosis.STATIC_STATE,
                    "The first call was right. In a second one " + wrong + " It found what the first one has left.");
        });
    }

    // ---- time and threads ----------------------------------------------------------------------------------------

    private static Picture demandBalance(
            Subject<WordFrequencyContract> subject, Documents documents, int workers, int cores) {
        Job job = job(documents, workers);
        Settings settings = cores < workers ? Settings.STANDARD.cores(cores) : UNCUT.cores(cores);
        Subject.Observed<Map<String, Long>> observed = subject.observe(settings, use(documents, workers));
        Endings.valueOf(observed.run(), subject.exercise(), job.caption(cores));
        long unit = SimulatedFunction.COST.toNanos();
        int hands = Math.min(workers, cores);
        long fairShare = documents.work() * unit / hands;
        long limit = hands == 1 ? fairShare : fairShare + documents.longest() * unit;
        long makespan = observed.run().timeline().makespan();
        if (makespan > tolerated(limit, documents)) {
            Subject.Observed<Map<String, Long>> again =
                    subject.observe(settings.lookingAround(), use(documents, workers));
            String took = "That took " + Times.ofNanos(makespan) + ", and a fair share of the work ("
                    + Times.ofNanos(fairShare) + ") with the longest document ("
                    + Times.ofNanos(documents.longest() * unit) + ") is less.";
            throw JobFaults.explain(again, job, took)
                    .showing(new Picture(job.caption(cores), observed.run().timeline(), Optional.of(limit))
                            .beside(Plan.inFlight(job.tasks(documents::cost), hands)));
        }
        return Endings.picture(observed.run(), job.caption(cores));
    }

    /**
     * One dear document more than is promised. The workers of a fork/join pool stand idle for a while where they wait for a
     * part of their tree that another one has taken; how long is not the same each time, and is not the point.
     */
    private static long tolerated(long limit, Documents documents) {
        return limit + documents.longest() * SimulatedFunction.COST.toNanos();
    }

    private static void demandWorkers(Subject<WordFrequencyContract> subject, Documents documents, int workers) {
        Job job = job(documents, workers);
        Subject.Observed<Map<String, Long>> observed = subject.observe(UNCUT, use(documents, workers));
        Endings.valueOf(observed.run(), subject.exercise(), job.caption(Integer.MAX_VALUE));
        JobFaults.fault(observed, job, "").ifPresent(fault -> {
            throw fault;
        });
    }

    /** Six documents of unequal length for three workers, watched for data races. */
    static final class SixDocuments extends Call<WordFrequencyContract> {
        @Override
        protected void call(WordFrequencyContract learners, RandomGenerator random) throws InterruptedException {
            List<String> documents = List.of("a b", "b c", "c a b", "a", "b", "c c");
            learners.count(documents, document -> List.of(document.split(" ")), 3);
        }

        @Override
        public Diagnosis diagnose(Finding finding) {
            return Races.diagnosis(finding, Diagnosis.SHARED_ACCUMULATOR);
        }
    }
}
