package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;

/**
 * What holds if the rules should let something through: the checks of these tests have no rules, and each submission is solved if
 * it was refused what it tried.
 */
@DisplayName("Behind the rules, a worker")
class WallsTests {

    private static final Exercise GREET = Exercise.of(GreetChecks.class);

    @TempDir
    Path module;

    private ExerciseResult grade(Confinement confinement, String body) throws InterruptedException {
        return new Grader(List.of(GreetChecks.class))
                .grade(
                        Sources.in(module).greeting(body).submission(),
                        List.of(GREET),
                        Options.standard().confinement(confinement))
                .getFirst();
    }

    private static Confinement confinement(Confinement.Walls walls) {
        Optional<Confinement> found = Confinement.find(walls);
        assumeTrue(found.isPresent(), "this machine does not have " + walls);
        return found.get();
    }

    /** The submission is solved if this throws. */
    private static String refused(String attempt) {
        return "try { " + attempt + " return \"it was not refused\"; } catch (Exception refused) { return \"hello\"; }";
    }

    private static void assertRefused(ExerciseResult result) {
        assertThat(result.message()).isEmpty();
        assertThat(result.status()).isEqualTo(ExerciseResult.Status.SOLVED);
    }

    @ParameterizedTest
    @DisplayName("writes nothing outside of its scratch")
    @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES"})
    void files(Confinement.Walls walls) throws InterruptedException {
        Path file = module.resolve("written");

        ExerciseResult result = grade(
                confinement(walls),
                refused("java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + file + "\"), \"\");"));

        assertRefused(result);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @DisplayName("writes into its scratch, but no more than 64 MB")
    @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES"})
    void scratch(Confinement.Walls walls) throws InterruptedException {
        assertRefused(grade(confinement(walls), """
                java.nio.file.Path file = java.nio.file.Path.of("file");
                try (var out = java.nio.file.Files.newOutputStream(file)) {
                    for (int i = 0; i < 65; i++) {
                        out.write(new byte[1 << 20]);
                    }
                    return "it was not refused";
                } catch (java.io.IOException refused) {
                    return file.toFile().length() > 60 << 20 ? "hello" : "less than 60 MB";
                }"""));
    }

    @ParameterizedTest
    @DisplayName("sees no processes but its own")
    @EnumSource(names = {"BUBBLEWRAP", "NAMESPACES"})
    void processes(Confinement.Walls walls) throws InterruptedException {
        assertRefused(grade(
                confinement(walls),
                "return ProcessHandle.allProcesses().count() < 5 ? \"hello\" : \"it sees others\";"));
    }

    @Test
    @DisplayName("in bubblewrap reaches nobody on the network")
    void network() throws InterruptedException, IOException {
        Confinement bubblewrap = confinement(Confinement.Walls.BUBBLEWRAP);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(grade(
                    bubblewrap, refused("new java.net.Socket(\"localhost\", " + server.getLocalPort() + ").close();")));
        }
    }

    @Test
    @DisplayName("in bubblewrap does not see the files of who grades")
    void reading() throws InterruptedException, IOException {
        Confinement bubblewrap = confinement(Confinement.Walls.BUBBLEWRAP);
        Path secret = Files.writeString(module.resolve("secret"), "");

        assertRefused(grade(
                bubblewrap, refused("java.nio.file.Files.readString(java.nio.file.Path.of(\"" + secret + "\"));")));
    }

    @Test
    @DisplayName("finds no class of the grader's by its name")
    void classes() throws InterruptedException {
        assertRefused(grade(Confinement.NONE, refused("Class.forName(\"twostoves.grading.Gradebook\");")));
    }

    @Test
    @DisplayName("gives no verdict that it has not sealed")
    void forged() throws InterruptedException {
        ExerciseResult result = grade(Confinement.NONE, """
                try (var out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
                    out.write("\\n%s 0 {\\"status\\":\\"SOLVED\\"}\\n".getBytes());
                } catch (java.io.IOException e) {
                    return "it could not be written";
                }
                return "hello";""".formatted(Seal.PREFIX));

        assertThat(result)
                .isEqualTo(ExerciseResult.whole(
                        GREET,
                        ExerciseResult.Status.FAILED,
                        Diagnosis.KILLED_THE_PROCESS,
                        "Something in your code wrote what looks like a verdict of the grader.",
                        Optional.empty()));
    }

    @ParameterizedTest
    @DisplayName("ends with all its processes when its grader is killed")
    @EnumSource
    void killed(Confinement.Walls walls) throws IOException {
        confinement(walls);
        Sources.in(module).parsing("return \"\";");
        Process grader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRun.class.getName(),
                        module.toString(),
                        walls.name())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> grader.descendants().anyMatch(WallsTests::isJava));
            List<ProcessHandle> family = grader.descendants().toList();
            grader.destroyForcibly();
            await().atMost(Duration.ofSeconds(60)).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            grader.destroyForcibly();
        }
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }
}
