package twostoves.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;

/**
 * A class that never was: right, wrong and unfinished submissions from the gallery, and hostile ones.
 *
 * <p>Always the same for the same number, so that two gradings of it can be compared.
 */
final class SyntheticClass {

    /** Every so many submissions, one is hostile. */
    private static final int ONE_HOSTILE_IN = 5;

    private final Path gallery;
    private final List<Exercise> exercises;

    /**
     * Prepares a class.
     *
     * @param repository the root of the repository
     * @param exercises what each submission holds a file for
     */
    SyntheticClass(Path repository, List<Exercise> exercises) {
        this.gallery = repository.resolve("grader/src/test/submissions");
        this.exercises = exercises;
    }

    /**
     * Writes a class, for a trial by hand.
     *
     * @param args the repository, the directory to write into, the number of submissions, the ids of the exercises
     */
    public static void main(String[] args) throws IOException {
        List<String> ids = List.of(args[3].split(","));
        List<Exercise> exercises = Curriculum.exercises().stream()
                .filter(exercise -> ids.contains(exercise.id()))
                .toList();
        new SyntheticClass(Path.of(args[0]), exercises).write(Path.of(args[1]), Integer.parseInt(args[2]));
    }

    void write(Path directory, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (i % ONE_HOSTILE_IN == ONE_HOSTILE_IN - 1) {
                writeHostile(directory, i);
            } else {
                writeFromGallery(directory.resolve("student-%03d".formatted(i)), i);
            }
        }
    }

    private void writeFromGallery(Path submission, int number) throws IOException {
        for (int i = 0; i < exercises.size(); i++) {
            Exercise exercise = exercises.get(i);
            List<Path> all = galleryOf(exercise);
            // in steps, so that right and wrong ones mix; another for each exercise, or the same pairs would come again
            Path chosen = all.get(Math.floorMod(number * (11 + 2 * i), all.size()));
            write(submission, exercise, Files.readString(chosen));
        }
    }

    private List<Path> galleryOf(Exercise exercise) throws IOException {
        try (Stream<Path> files = Files.walk(gallery.resolve(exercise.id()))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static void write(Path submission, Exercise exercise, String source) throws IOException {
        Path file = submission.resolve("exercises").resolve(exercise.sourceFile());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }

    private void writeHostile(Path directory, int number) throws IOException {
        Exercise exercise = exercises.getFirst();
        Hostility hostility = Hostility.values()[number / ONE_HOSTILE_IN % Hostility.values().length];
        Path submission = directory.resolve(hostility.folder.formatted(number));
        Files.createDirectories(submission);
        Path file = submission.resolve("exercises").resolve(exercise.sourceFile());
        switch (hostility) {
            case NO_SOURCES -> Files.writeString(submission.resolve("README.md"), "later");
            case LINK -> {
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of("/etc/passwd"));
            }
            case GARBAGE -> {
                Files.createDirectories(file.getParent());
                Files.write(file, "\0\1\2class {{{{ \u202e".getBytes(StandardCharsets.UTF_16));
            }
            case NESTED -> {
                String nested = "(".repeat(20_000) + "1" + ")".repeat(20_000);
                write(submission, exercise, withInitialiser(exercise, "static final int DEEP = " + nested + ";"));
            }
            case HALTS -> write(submission, exercise, initially(exercise, "Runtime.getRuntime().halt(0);"));
            case LOOPS -> write(submission, exercise, initially(exercise, "while (true) { Thread.onSpinWait(); }"));
            case HOARDS ->
                write(
                        submission,
                        exercise,
                        initially(
                                exercise,
                                "var hoard = new java.util.ArrayList<byte[]>();"
                                        + " while (true) { hoard.add(new byte[1 << 20]); }"));
            case FLOODS ->
                write(
                        submission,
                        exercise,
                        initially(
                                exercise,
                                "for (int i = 0; i < 100_000; i++) {"
                                        + " System.out.println(\"::error::\\u001b[2J points 10/10\"); }"));
        }
    }

    private String initially(Exercise exercise, String statement) throws IOException {
        return withInitialiser(exercise, "static { if (true) { " + statement + " } }");
    }

    /** Something right from the gallery, with a member added. */
    private String withInitialiser(Exercise exercise, String member) throws IOException {
        Path right = galleryOf(exercise).stream()
                .filter(file -> file.getParent().getParent().endsWith("right"))
                .findFirst()
                .orElseThrow();
        String source = Files.readString(right);
        int end = source.lastIndexOf('}');
        return source.substring(0, end) + member + source.substring(end);
    }

    /** How a submission tries to do harm, and a name of a folder that tries too. */
    private enum Hostility {
        HALTS("comma, \"quote\" %d"),
        NO_SOURCES("empty-%03d"),
        GARBAGE("<script>alert(%d)</script>".replace("/", "\u2215")),
        LINK("=cmd|' 'C calc'!A%d"),
        LOOPS("l\u00f6\u00f6ps-%d"),
        HOARDS("@hoard-%d"),
        FLOODS("\u001b[31mred-%d"),
        NESTED("nested %d");

        private final String folder;

        Hostility(String folder) {
            this.folder = folder;
        }
    }
}
