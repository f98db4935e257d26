package twostoves.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import twostoves.checks.Curriculum;
import twostoves.classroom.Assignment;
import twostoves.grading.Exercise;
import twostoves.report.Weights;

/**
 * Files that a platform grades with.
 *
 * @param jar this grader, with all that it needs
 * @param assignment the exercises to grade, and how much each of them counts
 * @param config the teacher's settings, of which {@code assignment} was made, where there are any
 */
record Bundle(Path jar, Assignment assignment, Optional<Path> config) {

    private static final String FOLDER = "/twostoves/platforms/";

    /** Names the exercises for the scripts of a bundle; without it they grade all. */
    private static final String ONLY = "only.txt";

    /** The teacher's settings, for the scripts of a bundle; instead of the former. */
    private static final String CONFIG = "kata.yml";

    /** Minutes that GitHub Classroom's grader gave to one test, its maximum of six hours being no use to anybody. */
    private static final int MINUTES = 10;

    /** An entry of {@code autograding.json}; its keys are those of education/autograding. */
    private record Test(
            String name,
            String setup,
            String run,
            String input,
            String output,
            String comparison,
            int timeout,
            int points) {

        private static Test of(Exercise exercise, Weights weights) {
            String run = "sh ./kata check " + exercise.id();
            int points = exercise.maxScore() * weights.of(exercise.id());
            return new Test(exercise.title(), "", run, "", "", "included", MINUTES, points);
        }
    }

    private record Tests(List<Test> tests) {}

    /**
     * Finds the jar that this program runs from.
     *
     * @throws WrongUseException if it runs from somewhere else
     */
    static Path thisJar() {
        try {
            Path place = Path.of(Bundle.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(place)) {
                return place;
            }
            throw new WrongUseException("There is no kata.jar to bundle. Run this as ./kata bundle.");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes the files.
     *
     * @param platform whom they are for
     * @param directory where to; made if it is not there
     * @return the files
     */
    List<Path> write(BundleCommand.Platform platform, Path directory) throws IOException {
        Files.createDirectories(directory);
        return switch (platform) {
            case CLASSROOM50 -> classroom50(directory);
            case GRADESCOPE -> List.of(gradescope(directory.resolve("autograder.zip")));
            case GITHUB_CLASSROOM -> gitHubClassroom(directory);
        };
    }

    private List<Path> classroom50(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(copy("classroom50/autograder.py", directory));
        files.add(directory.resolve("kata.jar.gz"));
        PackedJar.write(jar, files.getLast());
        files.addAll(writeChoice(directory));
        return files;
    }

    private Path gradescope(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add("setup.sh", resource("gradescope/setup.sh"), zip);
            add("run_autograder", resource("gradescope/run_autograder"), zip);
            add("kata.jar", Files.readAllBytes(jar), zip);
            if (config.isPresent()) {
                add(CONFIG, Files.readAllBytes(config.get()), zip);
            } else if (isSome()) {
                add(ONLY, names(",", "\n").getBytes(StandardCharsets.UTF_8), zip);
            }
        }
        return file;
    }

    private List<Path> gitHubClassroom(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(copy("github-classroom/classroom.yml", directory));
        files.addAll(writeConfig(directory));
        List<Test> tests = assignment.exercises().stream()
                .map(exercise -> Test.of(exercise, assignment.weights()))
                .toList();
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new Tests(tests));
        files.add(Files.writeString(directory.resolve("autograding.json"), json + "\n"));
        return files;
    }

    /** Writes what is to be graded, and removes what an earlier bundle said of it, which would go on deciding. */
    private List<Path> writeChoice(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(ONLY));
        if (config.isEmpty() && isSome()) {
            Files.deleteIfExists(directory.resolve(CONFIG));
            return List.of(Files.writeString(directory.resolve(ONLY), names(",", "\n")));
        }
        return writeConfig(directory);
    }

    /** The same where the script reads settings only. */
    private List<Path> writeConfig(Path directory) throws IOException {
        Path file = directory.resolve(CONFIG);
        byte[] settings = config.isPresent()
                ? Files.readAllBytes(config.get())
                : ("exercises: [" + names(", ", "]\n")).getBytes(StandardCharsets.UTF_8);
        Files.deleteIfExists(file);
        return config.isPresent() || isSome() ? List.of(Files.write(file, settings)) : List.of();
    }

    private boolean isSome() {
        return assignment.exercises().size() < Curriculum.exercises().size();
    }

    private String names(String separator, String end) {
        return assignment.exercises().stream().map(Exercise::id).collect(Collectors.joining(separator, "", end));
    }

    private static Path copy(String resource, Path directory) throws IOException {
        Path file = directory.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        return Files.write(file, resource(resource));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = Bundle.class.getResourceAsStream(FOLDER + name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not packaged with the grader");
            }
            return resource.readAllBytes();
        }
    }

    private static void add(String name, byte[] content, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
