package twostoves.races;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import twostoves.contract.Program;
import twostoves.grading.CheckFailure;
import twostoves.grading.Exercise;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Subject;
import twostoves.grading.Subjects;
import twostoves.grading.Track;

/** The concurrent programs under {@code twostoves.sharing.catalogue}: the package is the verdict. */
final class Catalogue {

    private static final String ROOT = "twostoves.sharing.catalogue";

    private Catalogue() {}

    /**
     * A program of the catalogue.
     *
     * @param expected the package it lies in
     * @param className its binary name
     */
    record Entry(String expected, String className) {

        @Override
        public String toString() {
            return name();
        }

        /** Its package and name, such as {@code race/VariableRaces.Total}. */
        String name() {
            return className
                    .substring(ROOT.length() + 1)
                    .replaceFirst("\\.", "/")
                    .replace('$', '.');
        }

        /** What the grader says: {@code right}, the name of a package of wrong programs, or why it said nothing. */
        Verdict verdict(long seed) {
            Exercise exercise = new Exercise("catalogue", 1, Track.SHARING, className, Program.class, List.of());
            Subject<Program> subject = Subjects.of(exercise, CLASSES);
            try {
                Schedules.explore(subject, RunOnce.class, new Random(seed));
                return new Verdict("right", "");
            } catch (CheckFailure failure) {
                return new Verdict(family(failure), failure.getMessage());
            } catch (NotMeasuredException obstacle) {
                return new Verdict("not measured", obstacle.getMessage());
            }
        }

        private static String family(CheckFailure failure) {
            return switch (failure.diagnosis()) {
                case DATA_RACE, UNSAFE_COLLECTION -> "race";
                case LOCK_ORDER_DEADLOCK -> "deadlock";
                case DEADLOCK -> "stuck";
                case THROWS_UNEXPECTEDLY -> "wrong";
                default -> failure.diagnosis().id();
            };
        }

        /** Whether a verdict is what the package says. */
        boolean expects(Verdict verdict) {
            return verdict.family().equals(expected);
        }
    }

    /**
     * What the grader said.
     *
     * @param family the package in which a program with this verdict belongs, or {@code not measured}
     * @param message what the learner reads
     */
    record Verdict(String family, String message) {}

    private static final Path CLASSES = classes();

    private static Path classes() {
        try {
            return Path.of(Catalogue.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All programs, in order. */
    static List<Entry> entries() {
        try (Stream<Path> files = Files.walk(CLASSES.resolve(ROOT.replace('.', '/')), 2)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> CLASSES.relativize(file).toString())
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('\\', '.')
                            .replace('/', '.'))
                    .filter(Catalogue::isProgram)
                    .map(name -> new Entry(name.substring(ROOT.length() + 1).split("\\.")[0], name))
                    .sorted(Comparator.comparing(Entry::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isProgram(String className) {
        try {
            Class<?> type = Class.forName(className, false, Catalogue.class.getClassLoader());
            return Arrays.asList(type.getInterfaces()).contains(Program.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
