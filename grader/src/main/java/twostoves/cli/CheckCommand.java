package twostoves.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import twostoves.console.Printed;
import twostoves.grading.Exercise;
import twostoves.report.Format;
import twostoves.report.Report;
import twostoves.sandbox.InvalidSubmissionException;
import twostoves.sandbox.Options;
import twostoves.sandbox.StandbyGrader;
import twostoves.sandbox.Submission;
import twostoves.workspace.Repository;
import twostoves.workspace.Results;

/** Grades exercises of this working tree. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Grade exercises in this working tree: those named, or all. Writes target/kata/report.json.")
final class CheckCommand implements Callable<Integer>, AutoCloseable {

    private static final String NAME = "exercises";

    private final Surroundings surroundings;

    /** For one exercise. */
    private final StandbyGrader grader =
            new StandbyGrader(() -> Options.ofOwnTree().measuringSpeedUp(true));

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Exercises, such as fetch-all.")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--open",
            description = "Write report.html too, with all timelines drawn, and show it in a browser.")
    private boolean open;

    @Mixin
    private FormatOption format = new FormatOption();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Checks one exercise, without being told by a command line. */
    CheckCommand(Surroundings surroundings, String id) {
        this(surroundings);
        ids.add(id);
    }

    /**
     * Starts a worker for one exercise, before it is known whether there is such an exercise: it warms up while that
     * is compiled, which takes as long.
     */
    void startAhead() {
        grader.prepare();
    }

    /** Ends the worker, if there is nothing for it to do. */
    @Override
    public void close() {
        grader.close();
    }

    @Override
    public Integer call() throws InvalidSubmissionException, IOException, InterruptedException {
        Set<Format> formats = format.formats();
        if (open) {
            formats.add(Format.HTML);
        }
        List<Exercise> exercises = Exercises.named(ids);
        Repository repository = surroundings.repository();
        Submission submission = Submission.in(repository.exercises());
        Report report = grade(submission, exercises);
        // first shown, then written down: somebody waits for it
        Board.show(report, submission, surroundings);
        Results results = Results.of(repository);
        FormatOption.write(report, formats, repository.reports());
        results.note(report);
        if (open) {
            Terminal terminal = surroundings.terminal();
            terminal.line("");
            surroundings
                    .open(repository.reports().resolve(Format.HTML.fileNames().getFirst()))
                    .forEach(terminal::line);
        }
        return ExitCode.of(report);
    }

    /** Whoever works at one exercise may print to find out what is wrong; of many, it would be a muddle. */
    private Report grade(Submission submission, List<Exercise> exercises) throws InterruptedException {
        try (Progress progress = Progress.of(surroundings.terminal(), exercises)) {
            if (ids.size() != 1) {
                return Grading.of(
                        NAME, submission, exercises, Options.ofOwnTree().progress(progress));
            }
            return Grading.of(NAME, submission, exercises.getFirst(), grader, output -> {
                progress.clear();
                Printed.lines(output, Integer.MAX_VALUE).forEach(surroundings.terminal()::line);
            });
        }
    }
}
