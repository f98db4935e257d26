package twostoves.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import twostoves.classroom.Assignment;
import twostoves.report.Format;
import twostoves.report.Report;
import twostoves.sandbox.Confinement;
import twostoves.sandbox.InvalidSubmissionException;
import twostoves.sandbox.Options;
import twostoves.sandbox.Submission;

/** Grades somebody's submission. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = {
            "Grade a submission. Of DIR only the Java sources of the exercises are taken, never its tests or build files.",
            "The board is printed and report.json is written."
        })
final class GradeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "DIR",
            description = "A clone of the repository, of which exercises is graded; or such a module by itself.")
    private Path directory;

    @Mixin
    private AssignmentOptions options = new AssignmentOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write it; otherwise target/kata/grade in the current directory.")
    private Path out = Path.of("target", "kata", "grade");

    GradeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InvalidSubmissionException, IOException, InterruptedException {
        Set<Format> formats = format.formats();
        Assignment assignment = options.assignment(surroundings);
        Submission submission = Submission.in(surroundings.resolve(directory));
        Confinement confinement = Confinement.here();
        surroundings.terminal().line(confinement.description());
        Report report = grade(submission, assignment, confinement).withWeights(assignment.weights());
        FormatOption.write(report, formats, surroundings.resolve(out));
        Board.show(report.weighted(), submission, surroundings);
        return ExitCode.of(report);
    }

    private Report grade(Submission submission, Assignment assignment, Confinement confinement)
            throws InterruptedException {
        try (Progress progress = Progress.of(surroundings.terminal(), assignment.exercises())) {
            Options options = Options.standard().confinement(confinement).progress(progress);
            return Grading.of(name(), submission, assignment.exercises(), options);
        }
    }

    /** The name of the directory, also when it was typed as {@code .} */
    private String name() {
        Path name = surroundings.resolve(directory).toAbsolutePath().normalize().getFileName();
        return name == null ? directory.toString() : name.toString();
    }
}
