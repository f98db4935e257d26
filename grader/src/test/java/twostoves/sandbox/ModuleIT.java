package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.contract.GreetContract;

/** What holds behind the rules where the grader is its jar, and so one named module: runs after {@code kata.jar} is packed. */
@DisplayName("Behind the rules, where the grader is one named module, a submission")
class ModuleIT {

    /** Every attempt leaves a line: why it was refused, or that it was not. */
    private static final String ATTEMPTS = """
            Class<?> hooks = Class.forName("twostoves.weaving.Hooks");
            ClassLoader loader = getClass().getClassLoader();
            Class<?> book = loader.getParent().loadClass("twostoves.grading.Gradebook");
            return java.util.stream.Stream.<java.util.concurrent.Callable<?>>of(
                            () -> { hooks.getDeclaredField("simulation").setAccessible(true); return ""; },
                            () -> { hooks.getDeclaredMethod("simulation").setAccessible(true); return ""; },
                            () -> java.lang.invoke.MethodHandles.privateLookupIn(
                                    hooks, java.lang.invoke.MethodHandles.lookup()),
                            () -> { loader.getClass().getDeclaredField("hooks").setAccessible(true); return ""; },
                            () -> book.getConstructor().newInstance(),
                            () -> Class.forName("sun.reflect.ReflectionFactory"))
                    .map(attempt -> {
                        try {
                            return "not refused: " + attempt.call();
                        } catch (Exception refused) {
                            return refused.getClass().getSimpleName() + ": "
                                    + refused.getMessage().replaceAll("^.* accessible: | @.*", "");
                        }
                    })
                    .collect(java.util.stream.Collectors.joining("\\n", "\\n", "\\n"));""";

    private static final List<Class<?>> ADDED = List.of(JarTrial.class, GreetChecks.class, GreetContract.class);

    @TempDir
    Path directory;

    @Test
    @DisplayName("sees no field, method or class of the grader's through reflection, and gets no Unsafe to look with")
    void closed() throws Exception {
        Sources.in(directory).greeting("try {" + ATTEMPTS + "} catch (Exception e) { return e.toString(); }");

        assertThat(graded(withTestClasses())).isEqualTo("""
                FAILED
                It said\s
                InaccessibleObjectException: module twostoves.hooks does not "opens twostoves.weaving" to unnamed module
                InaccessibleObjectException: module twostoves.hooks does not "opens twostoves.weaving" to unnamed module
                IllegalAccessException: module twostoves.hooks does not open twostoves.weaving to unnamed module
                InaccessibleObjectException: module twostoves.grader does not "opens twostoves.weaving" to unnamed module
                IllegalAccessException: class twostoves.concurrency.Greet cannot access class twostoves.grading.Gradebook \
                (in module twostoves.grader) because module twostoves.grader does not export twostoves.grading to unnamed module
                ClassNotFoundException: sun.reflect.ReflectionFactory
                .
                """);
    }

    /** The jar, with the checks that have no rules. */
    private Path withTestClasses() throws Exception {
        Path jar = Files.copy(
                Path.of(System.getProperty("kata.repository"), "grader/target/kata.jar"),
                directory.resolve("kata.jar"));
        Path classes = Path.of(JarTrial.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (FileSystem entries = FileSystems.newFileSystem(jar)) {
            for (Class<?> added : ADDED) {
                String file = added.getName().replace('.', '/') + ".class";
                Files.copy(classes.resolve(file), entries.getPath(file));
            }
        }
        return jar;
    }

    private String graded(Path jar) throws IOException {
        Process grader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        jar.toString(),
                        JarTrial.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        try {
            return new String(grader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            grader.destroyForcibly();
        }
    }
}
