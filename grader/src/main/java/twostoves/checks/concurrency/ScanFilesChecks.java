package twostoves.checks.concurrency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.HeapUse;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.contract.ScanFilesContract;
import twostoves.evidence.Plan;
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
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedDisk;

/** What is demanded of {@code scan-files}. */
@Grades(id = "scan-files", number = 8, track = Track.CONCURRENCY, contract = ScanFilesContract.class)
public abstract class ScanFilesChecks {

    /** More than any pool of a size that one would guess. */
    private static final int MANY = 120;

    private static final int KIB = 1 << 10;
    private static final int MIB = 1 << 20;
    private static final int HUGE = 6 * MIB;

    /** More growth than a part that is allowed and what else a run leaves on the heap, and far less than the file. */
    private static final int MUCH = 2 * MIB;

    /** What earlier runs have left may be let go of during one run, and hide what it holds; not during two. */
    private static final int RUNS_LOOKED_AT = 2;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<ScanFilesContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "counts-lines", kind = Kind.VALUES, points = 2)
    @Order(2)
    @DisplayName("counts the lines of each file, in the order of the list, reading each once")
    void countsLines(Subject<ScanFilesContract> subject, RandomGenerator random) {
        demandCounts(subject, Shelf.awkward(random), "8 files read out of order");
        Shelf together = Shelf.equal(4, Duration.ofSeconds(1), random);
        demandNoRace(subject, together);
        demandCounts(subject, together, "4 files that are ready at the same time");
        demandCounts(subject, Shelf.equal(1, Duration.ofSeconds(2), random), "1 file");
        Schedules.explore(subject, FourFiles.class, random);
    }

    @Check(
            id = "reads-together",
            kind = Kind.TIME,
            points = 2,
            needs = {"keeps-the-rules", "counts-lines"})
    @Order(3)
    @DisplayName("reads all files together, however many")
    void readsTogether(Subject<ScanFilesContract> subject, Exhibit exhibit, RandomGenerator random) {
        exhibit.show(demandTogether(subject, Shelf.equal(3, Duration.ofSeconds(3), random), "3 files of 3 s each"));
        demandTogether(subject, Shelf.uneven(MANY, random), MANY + " files of 1, 2 and 3 s");
    }

    @Check(
            id = "nothing-left-open",
            kind = Kind.THREADS,
            points = 1,
            needs = {"reads-together"})
    @Order(4)
    @DisplayName("leaves no file open and nothing running")
    void nothingLeftOpen(Subject<ScanFilesContract> subject, RandomGenerator random) {
        Scan scan = Scan.of(subject, Settings.STANDARD.findingLeftovers(), Shelf.uneven(3, random));
        Endings.valueOf(scan.run(), subject.exercise(), "3 files of 1, 2 and 3 s");
        scan.demandNothingLeft();
    }

    @Check(
            id = "holds-little-in-memory",
            kind = Kind.THREADS,
            points = 1,
            needs = {"counts-lines"})
    @Order(5)
    @DisplayName("holds no more than a small part of a file in memory")
    void holdsLittleInMemory(Subject<ScanFilesContract> subject) {
        for (int run = 0; run < RUNS_LOOKED_AT; run++) {
            demandLittleHeld(subject);
        }
    }

    private static void demandLittleHeld(Subject<ScanFilesContract> subject) {
        String caption = "a file of " + HUGE / MIB + " MiB";
        AtomicLong largestRequest = new AtomicLong();
        AtomicReference<OptionalLong> before = new AtomicReference<>(OptionalLong.empty());
        AtomicReference<OptionalLong> atEnd = new AtomicReference<>(OptionalLong.empty());
        Run<Map<Path, Long>> run = subject.run(Settings.STANDARD, (scanFiles, simulation) -> {
            SimulatedDisk disk =
                    new SimulatedDisk(simulation, Shelf.huge(HUGE / KIB).files());
            // before the call and not at the first read: room for the whole file may be made before it is read
            before.set(HeapUse.afterCollection());
            disk.whenRead(HUGE - 1, () -> {
                if (disk.largestRequest() <= MIB) {
                    atEnd.set(HeapUse.afterCollection());
                }
            });
            try {
                return scanFiles.countLines(disk.paths());
            } finally {
                largestRequest.set(disk.largestRequest());
            }
        });
        if (largestRequest.get() > MIB) {
            throw CheckFailure.measured(
                    Diagnosis.WHOLE_FILE_IN_MEMORY,
                    "You ask for " + largestRequest.get() / KIB + " KiB at once of a file of " + HUGE / MIB + " MiB.");
        }
        if (before.get().isPresent() && atEnd.get().isPresent()) {
            long held = atEnd.get().getAsLong() - before.get().getAsLong();
            if (held > MUCH) {
                throw CheckFailure.measured(
                        Diagnosis.WHOLE_FILE_IN_MEMORY,
                        "Shortly before the end of a file of " + HUGE / MIB + " MiB you hold " + held / KIB
                                + " KiB more in memory than before your method was called.");
            }
        }
        Endings.valueOf(run, subject.exercise(), caption);
    }

    @Check(
            id = "failures-reported",
            kind = Kind.EDGES,
            points = 1,
            needs = {"reads-together"})
    @Order(6)
    @DisplayName("reports every file that fails, and counts the others")
    void failuresReported(Subject<ScanFilesContract> subject, RandomGenerator random) {
        demandReport(subject, Shelf.uneven(5, random).unreadable(0), "1 of 5 files cannot be read");
        demandReport(subject, Shelf.uneven(1, random).missing(0), "the only file is not there");
        demandReport(
                subject,
                Shelf.uneven(6, random).missing(4).breaking(1),
                "1 of 6 files is not there, and another is broken in the middle");
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"reads-together"})
    @Order(7)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<ScanFilesContract> subject, RandomGenerator random) {
        Shelf three = Shelf.equal(3, Duration.ofSeconds(3), random);
        Settings interrupted =
                Settings.STANDARD.interruptCallerAt(Duration.ofSeconds(1)).findingLeftovers();
        Scan scan = Scan.of(subject, interrupted, three);
        Endings.demandEnd(scan.run(), subject.exercise(), "3 files of 3 s each, the caller interrupted after 1 s");
        Failures.demandInterruptKept(scan.run(), "after 1 s, while 3 files were being read");
        scan.run().value().ifPresent(counts -> scan.demandCounts(counts, "Your map"));
        scan.demandNothingLeft();
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(8)
    @DisplayName("takes an empty list, and refuses null")
    void arguments(Subject<ScanFilesContract> subject) {
        new Arguments<ScanFilesContract>()
                .mustReturn(Map.of(), "countLines(List.of())", (scanFiles, world) -> scanFiles.countLines(List.of()))
                .mustThrow(
                        NullPointerException.class,
                        "countLines(null)",
                        (scanFiles, world) -> scanFiles.countLines(null))
                .check(subject);
    }

    private static void demandCounts(Subject<ScanFilesContract> subject, Shelf shelf, String caption) {
        Scan scan = Scan.of(subject, Settings.STANDARD, shelf);
        Map<Path, Long> counts = Endings.valueOf(scan.run(), subject.exercise(), caption);
        Leftovers.demandNothingUnderWay(scan.run(), Scan.METHOD);
        scan.demandEachReadOnce();
        scan.demandCounts(counts, "your map");
    }

    private static void demandNoRace(Subject<ScanFilesContract> subject, Shelf shelf) {
        Scan scan = Scan.of(subject::observeSharing, Settings.STANDARD, shelf);
        Endings.demandEnd(scan.run(), subject.exercise(), "4 files that are ready at the same time");
        Races.demandNone(scan.observed().races());
    }

    private static Picture demandTogether(Subject<ScanFilesContract> subject, Shelf shelf, String caption) {
        Scan scan = Scan.of(subject, Settings.STANDARD, shelf);
        Endings.valueOf(scan.run(), subject.exercise(), caption);
        long expected = shelf.longest().toNanos();
        Picture picture =
                new Picture(caption, scan.run().timeline(), Optional.of(expected)).beside(Plan.together(shelf.tasks()));
        if (scan.run().timeline().makespan() != expected) {
            Scan again = Scan.of(subject, Settings.STANDARD.lookingAround(), shelf);
            throw TooSlow.explain(
                            again.observed(),
                            TooSlow.Things.FILES,
                            shelf.files().size(),
                            expected)
                    .showing(picture);
        }
        return picture;
    }

    private static void demandReport(Subject<ScanFilesContract> subject, Shelf shelf, String caption) {
        Scan scan = Scan.of(subject, Settings.STANDARD.findingLeftovers(), shelf);
        Endings.demandEnd(scan.run(), subject.exercise(), caption);
        Leftovers.demandNothingUnderWay(scan.run(), Scan.METHOD);
        scan.demandEachReadOnce();
        scan.demandReport();
        scan.demandNothingLeft();
    }

    /** Four real files, watched for data races. */
    static final class FourFiles extends Call<ScanFilesContract> {
        @Override
        protected void call(ScanFilesContract learners, RandomGenerator random)
                throws IOException, InterruptedException {
            List<Path> files = new ArrayList<>();
            try {
                for (int i = 1; i <= 4; i++) {
                    files.add(Files.writeString(Files.createTempFile("kata", ".txt"), "a line\n".repeat(i)));
                }
                learners.countLines(files);
            } finally {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
