package twostoves.checks.concurrency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import twostoves.checks.Endings;
import twostoves.checks.Leftovers;
import twostoves.contract.ScanFilesContract;
import twostoves.evidence.Span;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
import twostoves.kit.ScanFailure;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedDisk;

/**
 * One call of {@code countLines}.
 *
 * @param observed the run
 * @param shelf the files
 * @param openAtEnd the paths of the files that were open when the call ended
 */
record Scan(Subject.Observed<Map<Path, Long>> observed, Shelf shelf, List<String> openAtEnd) {

    static final String METHOD = "countLines";

    private static final int NAMED = 3;

    /** How the learner's code is run. */
    @FunctionalInterface
    interface Way {
        Subject.Observed<Map<Path, Long>> run(Settings settings, Subject.Use<ScanFilesContract, Map<Path, Long>> use);
    }

    static Scan of(Subject<ScanFilesContract> subject, Settings settings, Shelf shelf) {
        return of(subject::observe, settings, shelf);
    }

    static Scan of(Way way, Settings settings, Shelf shelf) {
        AtomicReference<List<Path>> open = new AtomicReference<>(List.of());
        Subject.Observed<Map<Path, Long>> observed = way.run(settings, (scanFiles, simulation) -> {
            SimulatedDisk disk = new SimulatedDisk(simulation, shelf.files());
            try {
                return scanFiles.countLines(disk.paths());
            } finally {
                open.set(disk.openNow());
            }
        });
        return new Scan(observed, shelf, open.get().stream().map(Path::toString).toList());
    }

    Run<Map<Path, Long>> run() {
        return observed.run();
    }

    /** The same map with texts in place of paths, in the same order. */
    static <V> Map<String, V> byName(Map<Path, V> map) {
        Map<String, V> named = new LinkedHashMap<>();
        map.forEach((path, value) -> named.put(String.valueOf(path), value));
        return named;
    }

    void demandEachReadOnce() {
        List<String> read = run().timeline().spans().stream().map(Span::label).toList();
        for (String name : read) {
            int times = Collections.frequency(read, name);
            if (times > 1) {
                throw CheckFailure.proven(
                        Diagnosis.FETCHED_TWICE,
                        name + " stands once in the list, and you read it " + times + " times.");
            }
        }
    }

    /** Demands that the counts are right and stand in the order of the files. */
    void demandCounts(Map<Path, Long> counts, String what) {
        Map<String, Long> expected = shelf.lines();
        Map<String, Long> actual = byName(counts);
        for (Map.Entry<String, Long> count : expected.entrySet()) {
            Long own = actual.get(count.getKey());
            if (own == null) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES, what + " has no count for " + count.getKey() + ", which can be read.");
            }
            if (!own.equals(count.getValue())) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        count.getKey() + " has " + lines(count.getValue()) + ", but " + what + " says " + own + ".");
            }
        }
        demandNoOther(actual, expected, what);
        demandOrder(List.copyOf(actual.keySet()), List.copyOf(expected.keySet()), what);
    }

    static void demandNoOther(Map<String, ?> actual, Map<String, ?> expected, String what) {
        actual.keySet().stream()
                .filter(path -> !expected.containsKey(path))
                .findFirst()
                .ifPresent(path -> {
                    throw CheckFailure.proven(
                            Diagnosis.WRONG_VALUES,
                            what + " has an entry for " + path + ", which does not belong there: " + actual.get(path)
                                    + ".");
                });
    }

    void demandOrder(List<String> actual, List<String> expected, String what) {
        if (actual.equals(expected)) {
            return;
        }
        boolean arrival = actual.equals(
                shelf.byArrival().stream().filter(expected::contains).toList());
        throw CheckFailure.proven(
                arrival ? Diagnosis.COMPLETION_ORDER : Diagnosis.ORDER_LOST,
                what + " begins with " + actual.getFirst() + ", but of these files the list begins with "
                        + expected.getFirst()
                        + (arrival ? ": you have the order in which they were read." : "."));
    }

    private static String lines(long count) {
        return count == 1 ? "1 line" : count + " lines";
    }

    /** Demands that the call has left no file open and nothing running. */
    void demandNothingLeft() {
        Leftovers.demandNothingUnderWay(run(), METHOD);
        if (!openAtEnd.isEmpty()) {
            boolean all = openAtEnd.size() == shelf.files().size();
            String names = openAtEnd.stream().limit(NAMED).collect(Collectors.joining(", "));
            throw CheckFailure.measured(
                    Diagnosis.FILE_LEFT_OPEN,
                    (all ? "All " : "") + openAtEnd.size()
                            + (all ? "" : " of " + shelf.files().size())
                            + (openAtEnd.size() == 1 ? " files was" : " files were") + " still open when " + METHOD
                            + (run().end() == Run.End.RETURNED ? " returned: " : " threw: ") + names
                            + (openAtEnd.size() > NAMED ? ", …" : "") + ".");
        }
        Leftovers.demandNone(run(), METHOD);
    }

    /** Demands that the call has reported each file that failed, and has counted the others. */
    void demandReport() {
        Map<String, IOException> expected = shelf.failures();
        String first = expected.values().iterator().next().toString();
        if (run().failure().isEmpty()) {
            throw CheckFailure.proven(
                    Diagnosis.SWALLOWED_FAILURE,
                    expected.keySet().iterator().next() + " failed with " + first
                            + ", and your method returned as if nothing had happened.");
        }
        Throwable thrown = run().failure().get();
        if (!(thrown instanceof ScanFailure report)) {
            throw notReported(thrown);
        }
        Map<String, IOException> failures = byName(report.failures());
        int counted = report.counted().size();
        int due = shelf.lines().size();
        if (counted < due
                && shelf.lines().keySet().containsAll(byName(report.counted()).keySet())) {
            throw CheckFailure.proven(
                    Diagnosis.FAILURE_HIDES_THE_REST,
                    "Of " + shelf.files().size() + " files " + due + " can be read, but counted() has only " + counted
                            + ".");
        }
        demandCounts(report.counted(), "counted()");
        expected.forEach((path, failure) -> {
            if (!failures.containsKey(path)) {
                throw CheckFailure.proven(
                        Diagnosis.FAILURE_HIDES_THE_REST,
                        expected.size() + " files failed, and failures() does not have " + path + ".");
            }
            if (failures.get(path) != failure) {
                throw CheckFailure.proven(
                        Diagnosis.WRAPPED_FAILURE,
                        "Reading " + path + " threw " + failure + ", but failures() has another exception for it: "
                                + failures.get(path) + ".");
            }
        });
        demandNoOther(failures, expected, "failures()");
        demandOrder(List.copyOf(failures.keySet()), List.copyOf(expected.keySet()), "failures()");
    }

    private CheckFailure notReported(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ScanFailure) {
                return CheckFailure.proven(
                        Diagnosis.WRAPPED_FAILURE,
                        "Your ScanFailure came out inside another exception, "
                                + thrown.getClass().getSimpleName() + ".");
            }
            if (shelf.failures().containsValue(cause)) {
                return CheckFailure.proven(
                        Diagnosis.FAILURE_HIDES_THE_REST,
                        "One file failed, and your method threw " + Endings.describe(thrown)
                                + (shelf.files().size() == 1
                                        ? ". With one file, too, it is to be a ScanFailure."
                                        : ". The counts of the other files are lost: a ScanFailure would carry them."));
            }
        }
        return Endings.unexpected(thrown);
    }
}
