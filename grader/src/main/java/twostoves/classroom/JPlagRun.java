package twostoves.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twostoves.checks.Curriculum;
import twostoves.fork.ChildJvm;
import twostoves.grading.Exercise;
import twostoves.sandbox.InvalidSubmissionException;
import twostoves.sandbox.Submission;
import twostoves.workspace.Stub;

/**
 * One run of JPlag over copies of the submissions, in a process of its own. JPlag is no part of this grader: it is under
 * another licence, and whoever wants it fetches it. So what talks to it is a source file, compiled when it is started.
 *
 * <p>JPlag parses the submissions, and runs nothing of them. Copies have numbers for names, whatever a submission is called.
 */
final class JPlagRun implements AutoCloseable {

    private static final String PROGRAM = "Comparison.java";
    private static final long MOST_BYTES = 1 << 20;
    private static final int MINUTES = 60;

    private final Path libraries;
    private final Path scratch;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> notCompared = new ArrayList<>();

    JPlagRun(Path libraries) throws IOException {
        this.libraries = libraries;
        this.scratch = Files.createTempDirectory("kata-similar-");
    }

    private Path submissions() {
        return scratch.resolve("submissions");
    }

    private Path given() {
        return scratch.resolve("given");
    }

    /** Puts down what everybody was given, which is not counted as alike. */
    void give(List<Exercise> exercises) throws IOException {
        Files.createDirectories(given());
        for (Exercise exercise : exercises) {
            Files.writeString(
                    given().resolve(Path.of(exercise.sourceFile()).getFileName()),
                    Stub.of(exercise).text());
        }
    }

    /** Copies a submission, or notes that it cannot be compared. */
    void add(String name, ClassFolder folder, List<Exercise> exercises) throws IOException {
        Set<String> others = Curriculum.exercises().stream()
                .filter(exercise -> !exercises.contains(exercise))
                .map(Exercise::sourceFile)
                .collect(Collectors.toSet());
        try {
            Submission submission = Submission.in(folder.locate(name));
            List<Path> sources = submission.sources().stream()
                    .filter(source -> !others.contains(submission.nameOf(source)))
                    .toList();
            if (sources.isEmpty() || size(sources) > MOST_BYTES) {
                notCompared.add(name);
                return;
            }
            String number = String.valueOf(names.size() + 1);
            names.put(number, name);
            Path copy = Files.createDirectories(submissions().resolve(number));
            for (int i = 0; i < sources.size(); i++) {
                Files.copy(sources.get(i), copy.resolve(i + ".java"));
            }
        } catch (ClassException | InvalidSubmissionException e) {
            notCompared.add(name);
        }
    }

    private static long size(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }

    SimilarSubmissions compare() throws IOException, InterruptedException {
        if (names.size() < 2) {
            notCompared.addAll(names.values());
            return SimilarSubmissions.of(List.of(), notCompared);
        }
        List<SimilarSubmissions.Pair> pairs = new ArrayList<>();
        for (String line : jplag()) {
            String[] cells = line.split(" ");
            if (cells.length == 1) {
                notCompared.add(names.get(cells[0]));
            } else {
                pairs.add(SimilarSubmissions.Pair.of(
                        names.get(cells[0]),
                        names.get(cells[1]),
                        Double.parseDouble(cells[2]),
                        Integer.parseInt(cells[3])));
            }
        }
        return SimilarSubmissions.of(pairs, notCompared);
    }

    private List<String> jplag() throws IOException, InterruptedException {
        Path found = scratch.resolve("found");
        Path log = scratch.resolve("log");
        Process process = ChildJvm.builder(List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx2g",
                        // a parser goes as deep as a submission nests
                        "-Xss256m",
                        "-cp",
                        libraries.toAbsolutePath().resolve("*").toString(),
                        program().toString(),
                        submissions().toString(),
                        given().toString(),
                        found.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("JPlag takes longer than " + MINUTES + " minutes");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("JPlag ended with " + process.exitValue() + ": "
                    + Files.readString(log).strip());
        }
        return Files.readAllLines(found);
    }

    private Path program() throws IOException {
        Path program = scratch.resolve(PROGRAM);
        try (InputStream resource = JPlagRun.class.getResourceAsStream("/twostoves/similar/" + PROGRAM)) {
            if (resource == null) {
                throw new IllegalStateException(PROGRAM + " is not packaged with the grader");
            }
            Files.copy(resource, program);
        }
        return program;
    }

    /** Removes the copies. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
