package twostoves.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the platforms, run as these run them, with a stand-in for java. */
@DisabledOnOs(OS.WINDOWS)
class AutograderTests {

    private static final Path PLATFORMS =
            Path.of(System.getProperty("kata.repository"), "grader/src/main/resources/twostoves/platforms");

    @TempDir
    Path directory;

    private void java(String script) throws IOException {
        Path java = directory.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/bash\nfor out; do :; done\n" + script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Nested
    @DisplayName("Classroom 50's autograder")
    class Classroom50 {

        private static final String RESULTS =
                "mkdir -p $out; echo '{\"score\":1}' >$out/result.json; echo '# page' >$out/release-body.md\n";

        private Path bundle;
        private Path checkout;

        @BeforeEach
        void makeBundle() throws IOException {
            Processes.require("python3");
            bundle = Files.createDirectories(directory.resolve("bundle"));
            checkout = Files.createDirectories(directory.resolve("checkout"));
            Files.copy(PLATFORMS.resolve("classroom50/autograder.py"), bundle.resolve("autograder.py"));
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write("the jar".getBytes(StandardCharsets.UTF_8));
            }
            Files.write(bundle.resolve("kata.jar.gz"), packed.toByteArray());
        }

        private Processes.Result grade(Map<String, String> more) {
            Map<String, String> environment = new HashMap<>(more);
            environment.put("CLASSROOM50_BUNDLE_DIR", bundle.toString());
            environment.put("JAVA_HOME", directory.resolve("jdk").toString());
            environment.put("JAVA_HOME_25_X64", "");
            return Processes.run(
                    checkout,
                    environment,
                    "",
                    "python3",
                    bundle.resolve("autograder.py").toString());
        }

        @Test
        @DisplayName("unpacks the grader, grades the checkout and leaves the results, whether solved or not")
        void results() throws IOException {
            for (int code : List.of(0, 1)) {
                java("echo \"$@\"; cat $2; " + RESULTS + "exit " + code);

                Processes.Result result = grade(Map.of());

                assertThat(result.exitCode()).isZero();
                assertThat(result.out())
                        .containsPattern("(?s)\\A::stop-commands::(\\w{32})\n-jar \\S+/kata.jar grade " + checkout
                                + " --format classroom50 --out \\S+/out\nthe jar::\\1::\n\\z");
                assertThat(checkout.resolve("result.json")).hasContent("{\"score\":1}\n");
                assertThat(checkout.resolve("release-body.md")).hasContent("# page\n");
                assertThat(checkout).isDirectoryNotContaining("glob:**tmp*");
            }
        }

        @Test
        @DisplayName("grades the exercises that the bundle names")
        void only() throws IOException {
            Files.writeString(bundle.resolve("only.txt"), "fetch-all,split-range\n");
            java("echo \"$@\"\n" + RESULTS);

            assertThat(grade(Map.of()).out()).contains(" --only fetch-all,split-range --format classroom50 ");
        }

        @Test
        @DisplayName("grades and counts as the settings in the bundle say, whatever else lies there")
        void config() throws IOException {
            Files.writeString(bundle.resolve("only.txt"), "fetch-all,split-range\n");
            Path config = Files.writeString(bundle.resolve("kata.yml"), "title: Week 3\n");
            Files.writeString(checkout.resolve("kata.yml"), "title: mine\n");
            java("echo \"$@\"\n" + RESULTS);

            assertThat(grade(Map.of()).out())
                    .contains(checkout + " --config " + config.toRealPath() + " --format classroom50 ");
        }

        @Test
        @DisplayName("publishes the results, and warns, where the grader failed in a check")
        void graderFailedInACheck() throws IOException {
            java(RESULTS + "exit 3");

            Processes.Result result = grade(Map.of());

            assertThat(result.exitCode()).isZero();
            assertThat(result.out())
                    .endsWith(
                            "::warning title=Two Stoves::The grader failed in a check, which cost the student nothing."
                                    + " See the results.\n");
            assertThat(checkout.resolve("result.json")).exists();
        }

        @Test
        @DisplayName("is an error of the platform, and no mark, where the grader leaves nothing")
        void graderFailed() throws IOException {
            java("exit 2");

            Processes.Result result = grade(Map.of());

            assertThat(result.exitCode()).isOne();
            assertThat(result.out())
                    .endsWith("::error title=Two Stoves::The grader ended with 2 and left no result.json and no"
                            + " release-body.md; see the log above.\n");
            assertThat(checkout).isEmptyDirectory();
        }

        @Test
        @DisplayName("ends a grader that takes too long")
        void tooLong() throws IOException {
            java("sleep 600");

            Processes.Result result = grade(Map.of("KATA_LIMIT_SECONDS", "1"));

            assertThat(result.exitCode()).isOne();
            assertThat(result.out())
                    .endsWith("::error title=Two Stoves::Grading took longer than 1 seconds and was ended.\n");
        }

        @Test
        @DisplayName(
                "ends what the submission left running, also in a session of its own, before it writes the results")
        void leftRunning() throws IOException {
            Path pids = directory.resolve("pids");
            java("setsid bash -c 'sleep 600 & echo $! >>" + pids + "; wait' & sleep 600 & echo $! >>" + pids
                    + "\nwhile [ \"$(wc -l <" + pids + ")\" -lt 2 ]; do :; done\n" + RESULTS);

            assertThat(grade(Map.of()).exitCode()).isZero();
            assertThat(Files.readAllLines(pids))
                    .hasSize(2)
                    .allSatisfy(pid -> assertThat(
                                    ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive))
                            .isEmpty());
        }

        @Test
        @DisplayName("writes through no link, and over no directory, that a student put in the way")
        void links() throws IOException {
            Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "mine");
            Files.createSymbolicLink(checkout.resolve("result.json"), elsewhere);
            Files.createDirectories(checkout.resolve("release-body.md/deep"));
            java(RESULTS);

            assertThat(grade(Map.of()).exitCode()).isZero();
            assertThat(elsewhere).hasContent("mine");
            assertThat(checkout.resolve("result.json")).isRegularFile().hasContent("{\"score\":1}\n");
            assertThat(checkout.resolve("release-body.md")).isRegularFile();
        }
    }

    @Nested
    @DisplayName("Gradescope's autograder")
    class Gradescope {

        private Processes.Result grade() throws IOException {
            Files.createDirectories(directory.resolve("source"));
            String path = directory.resolve("jdk/bin") + ":" + System.getenv("PATH");
            return Processes.run(
                    directory,
                    Map.of("AUTOGRADER_ROOT", directory.toString(), "PATH", path),
                    "",
                    "bash",
                    PLATFORMS.resolve("gradescope/run_autograder").toString());
        }

        @Test
        @DisplayName("grades the submission and leaves the results")
        void results() throws IOException {
            Files.createDirectories(directory.resolve("source"));
            Files.writeString(directory.resolve("source/only.txt"), "fetch-all\n");
            java("echo \"$@\"; echo '{\"score\":7}' >$out/results.json; exit 1");

            Processes.Result result = grade();

            assertThat(result.exitCode()).isZero();
            assertThat(result.out())
                    .isEqualTo(
                            "-jar %1$s/source/kata.jar grade %1$s/submission --only fetch-all --format gradescope --out"
                                            .formatted(directory)
                                    + " " + directory + "/results\n");
            assertThat(directory.resolve("results/results.json")).hasContent("{\"score\":7}\n");
        }

        @Test
        @DisplayName("grades and counts as the settings beside it say")
        void config() throws IOException {
            Path source = Files.createDirectories(directory.resolve("source"));
            Files.writeString(source.resolve("kata.yml"), "title: Week 3\n");
            java("echo \"$@\"; exit 1");

            assertThat(grade().out()).contains("/submission --config " + source + "/kata.yml --format gradescope ");
        }

        @Test
        @DisplayName("tells a student who handed in nothing to grade what to do")
        void nothing() throws IOException {
            java("exit 2");

            assertThat(grade().exitCode()).isZero();
            assertThat(directory.resolve("results/results.json"))
                    .hasContent(
                            "{\"score\": 0, \"output\": \"Nothing to grade. Hand in your copy of the repository, or its"
                                    + " directory exercises, with the folders as they are.\", \"tests\": []}\n");
        }

        @Test
        @DisplayName("leaves no results, so no mark, where the grader fails")
        void fails() throws IOException {
            java("exit 3");

            assertThat(grade().exitCode()).isOne();
            assertThat(directory.resolve("results/results.json")).doesNotExist();
        }
    }
}
