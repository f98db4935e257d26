package twostoves.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Starts other programs. */
public final class Processes {

    private static final int MINUTES = 10;

    private Processes() {}

    /**
     * What became of a process.
     *
     * @param exitCode what it ended with
     * @param out what it wrote to its standard output
     * @param err what it wrote to its standard error
     */
    public record Result(int exitCode, String out, String err) {}

    /** Runs a program to its end, with the given variables beside those of this process. */
    public static Result run(Path directory, Map<String, String> environment, String input, String... command) {
        try {
            Path scratch = Files.createTempDirectory("process-");
            Path in = Files.writeString(scratch.resolve("in"), input);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(scratch.resolve("out").toFile())
                    .redirectError(scratch.resolve("err").toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(List.of(command) + " takes longer than " + MINUTES + " minutes");
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(scratch.resolve("out")),
                    Files.readString(scratch.resolve("err")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Runs a program that must succeed. */
    public static String output(Path directory, String input, String... command) {
        Result result = run(directory, Map.of(), input, command);
        assertThat(result.exitCode())
                .as("%s%n%s", List.of(command), result.err())
                .isZero();
        return result.out();
    }

    /** Leaves a test out on a machine without a program, but not in CI, where all of them must be there. */
    public static void require(String program) {
        boolean there = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(there, program + " is not on this machine");
        }
        assertThat(there).as(program + " is on this machine").isTrue();
    }
}
