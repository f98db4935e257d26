package twostoves.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import twostoves.checks.Curriculum;
import twostoves.checks.sharing.BankTransferChecks;
import twostoves.grading.CheckFailure;
import twostoves.grading.Exercise;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Subject;
import twostoves.grading.Subjects;
import twostoves.races.Scenario;
import twostoves.races.Schedules;

/** Watches submissions of the gallery for races, and prints what is found: nothing must be, in right ones. */
final class GalleryWatcher {

    private static final Map<String, Class<?>> SCENARIOS = Map.ofEntries(
            Map.entry("sum-of-squares", Watched.SumOfSquares.class),
            Map.entry("parallel-map", Watched.ParallelMap.class),
            Map.entry("merge-sort", Watched.MergeSort.class),
            Map.entry("blur-image", Watched.BlurImage.class),
            Map.entry("word-frequency", Watched.WordFrequency.class),
            Map.entry("monte-carlo-pi", Watched.MonteCarloPi.class),
            Map.entry("heat-plate", Watched.HeatPlate.class),
            Map.entry("train-model", Watched.TrainModel.class),
            Map.entry("tally", Watched.Tally.class),
            Map.entry("bounded-buffer", Watched.BoundedBuffer.class),
            Map.entry("load-once", Watched.LoadOnce.class),
            Map.entry("bank-transfer", BankTransferChecks.ThreeTransfers.class));

    private GalleryWatcher() {}

    /**
     * Watches.
     *
     * @param args the gallery, a regular expression for the names of folders, and the number of rounds
     * @throws IOException if a submission cannot be read or compiled
     */
    public static void main(String[] args) throws IOException {
        Path gallery = Path.of(args[0]);
        List<Path> sources;
        try (Stream<Path> files = Files.walk(gallery)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> gallery.relativize(file).toString().matches(args[1]))
                    .sorted()
                    .toList();
        }
        for (Path source : sources) {
            String exercise = gallery.relativize(source).getName(0).toString();
            if (SCENARIOS.containsKey(exercise)) {
                watch(gallery.relativize(source).toString(), source, exercise, Integer.parseInt(args[2]));
            }
        }
        System.exit(0);
    }

    @SuppressWarnings("unchecked") // a scenario for that exercise
    private static void watch(String name, Path source, String id, int rounds) throws IOException {
        Path classes = Files.createTempDirectory("watched");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-g", "-proc:none", "-nowarn", "-d", classes.toString(), source.toString());
        if (failed != 0) {
            throw new IOException(source + " does not compile");
        }
        Exercise exercise = Curriculum.checkClasses().stream()
                .map(Exercise::of)
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        Subject<Object> subject = Subjects.of(exercise, classes);
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            String verdict = "right";
            try {
                Schedules.explore(subject, (Class<? extends Scenario<Object>>) SCENARIOS.get(id), new Random(round));
            } catch (CheckFailure failure) {
                verdict = failure.diagnosis().id() + ": " + failure.getMessage();
            } catch (NotMeasuredException obstacle) {
                verdict = "not measured: " + obstacle.getMessage();
            }
            System.out.println(name + " " + (System.nanoTime() - begun) / 1_000_000 + " ms " + verdict);
        }
    }
}
