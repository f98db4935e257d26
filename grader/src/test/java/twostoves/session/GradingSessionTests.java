package twostoves.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import twostoves.checks.Curriculum;
import twostoves.checks.concurrency.FetchAllChecks;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.report.JsonReport;
import twostoves.report.ReportedExercise;

@DisplayName("A JUnit session")
class GradingSessionTests {

    private static final String FETCH_ALL = "src/main/java/twostoves/concurrency/FetchAll.java";

    /** As in the learner's module. */
    static class Graded extends FetchAllChecks {}

    static class NotGraded {
        @Test
        void passes() {}
    }

    @TempDir
    Path module;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void makeClassesDirectory() throws IOException {
        Files.createDirectories(module.resolve("target/classes"));
    }

    private Settings settings() {
        return new Settings(
                Optional.empty(),
                "exercises",
                Optional.of(module.resolve("src/main/java")),
                Optional.of(module.resolve("target/classes")),
                report());
    }

    private Path report() {
        return module.resolve("target/kata/report.json");
    }

    private Path source(String text) throws IOException {
        Path file = module.resolve(FETCH_ALL);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String run(Settings settings, Class<?>... tests) {
        GradingSession listener = new GradingSession(settings, new PrintStream(printed, true, StandardCharsets.UTF_8));
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addLauncherSessionListeners(listener)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
            for (Class<?> test : tests) {
                request.selectors(DiscoverySelectors.selectClass(test));
            }
            session.getLauncher().execute(request.build());
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private ReportedExercise onlyExercise() throws IOException {
        return JsonReport.read(report()).exercises().getFirst();
    }

    @Test
    @DisplayName("in which an exercise is graded ends with a board, a report and a page to look at")
    void graded() throws IOException {
        source("package twostoves.concurrency; class FetchAll {}");

        assertThat(run(settings(), Graded.class))
                .startsWith("Two Stoves · exercises\n")
                .contains("fetch-all");
        assertThat(JsonReport.read(report()).submission()).isEqualTo("exercises");
        assertThat(report().resolveSibling("report.html")).content().contains("<h1>exercises</h1>");
    }

    @Test
    @DisplayName("in which none is graded ends without a word")
    void notGraded() {
        assertThat(run(settings(), NotGraded.class)).isEmpty();
        assertThat(report()).doesNotExist();
    }

    @Test
    @DisplayName("names an exercise that does not exist")
    void unknown() {
        Settings settings = settings();
        assertThat(run(
                        new Settings(
                                Optional.of("nope"),
                                settings.submission(),
                                settings.sources(),
                                settings.classes(),
                                settings.report()),
                        NotGraded.class))
                .isEqualToNormalizingNewlines("No exercise is named 'nope'. Known: "
                        + Curriculum.exercises().stream().map(Exercise::id).collect(Collectors.joining(", ")) + ".\n");
    }

    @Test
    @DisplayName("compiles what the build could not, and says why")
    void missingClass() throws IOException {
        source("package twostoves.concurrency;\n\npublic class FetchAll { int x = }");

        run(settings(), Graded.class);

        assertThat(onlyExercise().status()).isEqualTo(ExerciseResult.Status.BROKEN);
        assertThat(onlyExercise().message()).contains("illegal start of expression");
        assertThat(onlyExercise().line()).hasValue(3);
    }

    @Test
    @DisplayName("does not trust a class that is older than its source")
    void staleClass() throws IOException {
        Path source = source("package twostoves.concurrency;\n\npublic class FetchAll { int x = }");
        Path classFile = module.resolve("target/classes/twostoves/concurrency/FetchAll.class");
        Files.createDirectories(classFile.getParent());
        Files.write(classFile, new byte[0]);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        run(settings(), Graded.class);

        assertThat(onlyExercise().message()).contains("illegal start of expression");
    }

    @Test
    @DisplayName("says during which check the process was ended")
    void exit() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dkata.report=" + report(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExitingRun.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("killed-the-process");
        assertThat(onlyExercise().diagnosis()).contains(Diagnosis.KILLED_THE_PROCESS);
        assertThat(onlyExercise().message())
                .contains("The JVM was stopped during \"exits\". Does the code call System.exit?");
    }
}
