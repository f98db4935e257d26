package twostoves.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import twostoves.checks.Curriculum;
import twostoves.classroom.Assignment;
import twostoves.cli.BundleCommand.Platform;
import twostoves.grading.Exercise;
import twostoves.report.Weights;

@DisplayName("A bundle")
class BundleTests {

    private static final List<Exercise> ALL = Curriculum.exercises();
    private static final List<Exercise> TWO = Exercises.named(List.of("fetch-all", "split-range"));

    private static final String SETTINGS = "exercises: [fetch-all, split-range]\nweights: {fetch-all: 3}\n";

    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void makeJar() throws IOException {
        jar = directory.resolve("kata.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/"));
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write("Main-Class: x\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("org/jline/Terminal.class"));
            for (int i = 0; i < 200; i++) {
                zip.putNextEntry(new ZipEntry("twostoves/Class" + i + ".class"));
                zip.write(("what all classes have in common, and the number " + i).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static Map<String, String> contents(InputStream in) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return contents;
    }

    private List<Path> write(Platform platform, Path config) throws IOException {
        Assignment assignment = AssignmentFile.read(config, "week-3.yml");
        return new Bundle(jar, assignment, Optional.of(config)).write(platform, directory.resolve("out"));
    }

    private List<Path> write(Platform platform, boolean onlyTwo) throws IOException {
        Assignment assignment = new Assignment(Assignment.TITLE, onlyTwo ? TWO : ALL, Weights.EQUAL);
        return new Bundle(jar, assignment, Optional.empty()).write(platform, directory.resolve("out"));
    }

    @Test
    @DisplayName("for Classroom 50 has the autograder, and what grades of the jar, packed small and always alike")
    void classroom50() throws IOException {
        List<Path> files = write(Platform.CLASSROOM50, false);

        assertThat(files)
                .extracting(Path::getFileName)
                .map(Path::toString)
                .containsExactly("autograder.py", "kata.jar.gz");
        assertThat(files.getFirst()).content().startsWith("\"\"\"Grades a submission of Two Stoves for Classroom 50");
        Map<String, String> original = contents(Files.newInputStream(jar));
        original.remove("META-INF/");
        original.remove("org/jline/Terminal.class");
        assertThat(contents(new GZIPInputStream(Files.newInputStream(files.getLast()))))
                .isEqualTo(original);
        try (ZipInputStream unpacked = new ZipInputStream(new GZIPInputStream(Files.newInputStream(files.getLast())))) {
            assertThat(unpacked.getNextEntry().getMethod()).isEqualTo(ZipEntry.STORED);
        }
        assertThat(Files.size(files.getLast())).isLessThan(Files.size(jar) / 3);
        byte[] first = Files.readAllBytes(files.getLast());
        write(Platform.CLASSROOM50, false);
        assertThat(files.getLast()).hasBinaryContent(first);
    }

    @Test
    @DisplayName("for Classroom 50 names the exercises that were chosen, and forgets an earlier choice")
    void only() throws IOException {
        assertThat(write(Platform.CLASSROOM50, true).getLast())
                .hasFileName("only.txt")
                .hasContent("fetch-all,split-range\n");

        write(Platform.CLASSROOM50, false);

        assertThat(directory.resolve("out/only.txt")).doesNotExist();
    }

    @Test
    @DisplayName("has the teacher's settings as they are, in place of a choice")
    void settings() throws IOException {
        write(Platform.CLASSROOM50, true);
        Path config = Files.writeString(directory.resolve("week-3.yml"), SETTINGS);

        assertThat(write(Platform.CLASSROOM50, config).getLast())
                .hasFileName("kata.yml")
                .hasContent(SETTINGS);
        assertThat(directory.resolve("out/only.txt")).doesNotExist();
        assertThat(contents(
                        Files.newInputStream(write(Platform.GRADESCOPE, config).getFirst())))
                .containsOnlyKeys("setup.sh", "run_autograder", "kata.jar", "kata.yml")
                .containsEntry("kata.yml", SETTINGS);

        write(Platform.CLASSROOM50, true);
        assertThat(directory.resolve("out/kata.yml")).doesNotExist();
    }

    @Test
    @DisplayName("for GitHub Classroom has settings too, also where exercises were chosen one by one")
    void settingsForGitHubClassroom() throws IOException {
        assertThat(write(Platform.GITHUB_CLASSROOM, true).get(1))
                .hasFileName("kata.yml")
                .hasContent("exercises: [fetch-all, split-range]\n");

        Path config = Files.writeString(directory.resolve("week-3.yml"), SETTINGS);
        List<Path> files = write(Platform.GITHUB_CLASSROOM, config);
        assertThat(files.get(1)).hasContent(SETTINGS);
        assertThat(files.get(2)).content().contains("\"points\" : 30");

        assertThat(write(Platform.GITHUB_CLASSROOM, false)).hasSize(2);
        assertThat(directory.resolve("out/kata.yml")).doesNotExist();
    }

    @Test
    @DisplayName("for Gradescope is one zip with its two scripts at the top")
    void gradescope() throws IOException {
        Map<String, String> zip =
                contents(Files.newInputStream(write(Platform.GRADESCOPE, true).getFirst()));

        assertThat(zip.keySet()).containsExactly("setup.sh", "run_autograder", "kata.jar", "only.txt");
        assertThat(zip.get("run_autograder"))
                .startsWith("#!/usr/bin/env bash\n")
                .doesNotContain("\r");
        assertThat(zip.get("only.txt")).isEqualTo("fetch-all,split-range\n");
        assertThat(contents(
                        Files.newInputStream(write(Platform.GRADESCOPE, false).getFirst())))
                .doesNotContainKey("only.txt");
    }

    @Test
    @DisplayName("for GitHub Classroom has the workflow, and a test for each exercise in the older form")
    void gitHubClassroom() throws IOException {
        List<Path> files = write(Platform.GITHUB_CLASSROOM, true);

        assertThat(files.getFirst()).hasFileName("classroom.yml").content().contains("autograding-grading-reporter");
        JsonNode tests =
                JsonMapper.shared().readTree(Files.readString(files.getLast())).path("tests");
        assertThat(tests.get(0).toString())
                .isEqualTo(
                        "{\"name\":\"Fetch all\",\"setup\":\"\",\"run\":\"sh ./kata check fetch-all\",\"input\":\"\","
                                + "\"output\":\"\",\"comparison\":\"included\",\"timeout\":10,\"points\":10}");
        assertThat(tests.size()).isEqualTo(2);
    }
}
