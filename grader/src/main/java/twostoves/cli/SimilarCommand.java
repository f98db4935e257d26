package twostoves.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import twostoves.classroom.ClassException;
import twostoves.classroom.ClassFolder;
import twostoves.classroom.SimilarSubmissions;
import twostoves.grading.Exercise;

/** Finds similar submissions in a class. */
@Command(
        name = "similar",
        mixinStandardHelpOptions = true,
        description = {
            "Compare all submissions in DIR with each other, by JPlag, and write similar.csv and similar.html.",
            "JPlag is no part of Two Stoves: docs/classes.md tells how to fetch it, once."
        })
final class SimilarCommand implements Callable<Integer> {

    private static final Path LIBRARIES = Path.of("grader", "target", "jplag");
    private static final String FETCH = "./mvnw -f grader/similar/pom.xml package";

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "A directory that holds one directory for each submission.")
    private Path directory;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the files go, such as the --out of \"kata class\".")
    private Path out;

    @Option(
            names = "--jplag",
            paramLabel = "DIR",
            description = "Where JPlag's jar files are; otherwise in grader/target/jplag.")
    private Optional<Path> libraries = Optional.empty();

    @Mixin
    private AssignmentOptions options = new AssignmentOptions();

    SimilarCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Exercise> exercises = options.assignment(surroundings).exercises();
        Path jplag = jplag();
        try {
            ClassFolder folder = ClassFolder.in(surroundings.resolve(directory), surroundings.resolve(out));
            SimilarSubmissions similar = compared(folder, exercises, jplag);
            similar.write(surroundings.resolve(out));
            Terminal terminal = surroundings.terminal();
            terminal.line(similar.summary());
            terminal.line("In " + surroundings.nameOf(surroundings.resolve(out)) + ": "
                    + String.join(", ", SimilarSubmissions.FILES) + ".");
            return ExitCode.SOLVED;
        } catch (ClassException wrong) {
            throw new WrongUseException(wrong.getMessage());
        }
    }

    private SimilarSubmissions compared(ClassFolder folder, List<Exercise> exercises, Path jplag)
            throws IOException, InterruptedException, ClassException {
        try (Progress _ = Progress.of(surroundings.terminal(), "comparing the submissions")) {
            return SimilarSubmissions.in(folder, exercises, jplag);
        }
    }

    private Path jplag() {
        Path jplag = libraries
                .map(surroundings::resolve)
                .orElseGet(() -> surroundings.repository().root().resolve(LIBRARIES));
        if (!Files.isDirectory(jplag)) {
            throw new WrongUseException("JPlag is not in " + surroundings.nameOf(jplag)
                    + ". It is under a licence of its own, the GNU GPL 3. Fetch it once:\n  " + FETCH);
        }
        return jplag;
    }
}
