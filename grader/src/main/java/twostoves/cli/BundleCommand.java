package twostoves.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import twostoves.classroom.Assignment;

/** Makes what a teacher hands to a platform. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = {
            "Make what a platform needs to grade for marks, with this very grader inside.",
            "docs/teachers.md tells what to do with it."
        })
final class BundleCommand implements Callable<Integer> {

    /** Fills in the placeholder of the parameter's description. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Platform.ids().iterator();
        }
    }

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "PLATFORM",
            completionCandidates = Candidates.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String platform = "";

    @Mixin
    private AssignmentOptions options = new AssignmentOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write it; otherwise target/kata/bundle/PLATFORM in the current directory.")
    private Optional<Path> out = Optional.empty();

    BundleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Platform wanted = Platform.named(platform).orElseThrow(() -> unknown(platform));
        Assignment assignment = options.assignment(surroundings);
        Path directory = surroundings.resolve(out.orElse(Path.of("target", "kata", "bundle", wanted.id())));
        Bundle bundle = new Bundle(Bundle.thisJar(), assignment, options.file(surroundings));
        List<Path> files;
        try (Progress _ = Progress.of(surroundings.terminal(), "packing the grader")) {
            files = bundle.write(wanted, directory);
        }
        for (Path file : files) {
            surroundings
                    .terminal()
                    .line(String.format(Locale.ROOT, "%s   %,d bytes", surroundings.nameOf(file), Files.size(file)));
        }
        surroundings.terminal().line(wanted.next());
        return ExitCode.SOLVED;
    }

    private static WrongUseException unknown(String typed) {
        Optional<String> meant = Similar.to(typed, Platform.ids());
        return new WrongUseException("Unknown platform: \"" + typed + "\". "
                + meant.map(name -> "Did you mean " + name + "? ").orElse("")
                + Platform.ids().stream().collect(Collectors.joining(", ", "Known: ", ".")));
    }

    /** What a bundle can be made for. */
    enum Platform {
        CLASSROOM50("Next: put these files into CLASSROOM/autograders/ASSIGNMENT of your classroom50 repository."),
        GRADESCOPE("Next: upload autograder.zip under Configure Autograder of your assignment."),
        GITHUB_CLASSROOM(
                "Next: put classroom.yml into .github/workflows, and what else there is into .github/classroom.");

        private final String next;

        Platform(String next) {
            this.next = next;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String next() {
            return next;
        }

        static List<String> ids() {
            return Arrays.stream(values()).map(Platform::id).toList();
        }

        static Optional<Platform> named(String id) {
            return Arrays.stream(values())
                    .filter(platform -> platform.id().equals(id))
                    .findFirst();
        }
    }
}
