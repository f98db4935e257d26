package twostoves.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.report.HtmlReport;
import twostoves.report.JsonReport;
import twostoves.report.Report;
import twostoves.sandbox.InvalidSubmissionException;
import twostoves.sandbox.Options;
import twostoves.sandbox.RehearsalClasses;
import twostoves.sandbox.StandbyGrader;
import twostoves.sandbox.Submission;
import twostoves.sandbox.WorkerArchive;
import twostoves.workspace.Results;

/**
 * Makes later commands faster: leaves an archive for workers beside the jar, and goes once through a grading, so that the
 * JVM that runs this can make an archive of its own. For the script {@code kata}, not for people.
 */
@Command(name = "prepare", hidden = true, description = "Make the archives of classes with which kata starts faster.")
final class PrepareCommand implements Callable<Integer> {

    /** The learner's code may be at a point where it never ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Surroundings surroundings;

    @Option(names = "--marks", description = "Make the one for workers that grade for marks.")
    private boolean marks;

    PrepareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, InvalidSubmissionException {
        if (marks) {
            return make(Options.standard()) ? ExitCode.SOLVED : ExitCode.GRADER_FAILED;
        }
        prepareRehearsals();
        boolean made = make(Options.ofOwnTree());
        rehearse();
        return made ? ExitCode.SOLVED : ExitCode.GRADER_FAILED;
    }

    /** A course may have taken the solutions away: then workers warm up with less. */
    private void prepareRehearsals() throws IOException {
        try {
            RehearsalClasses.make(surroundings.repository().solutions());
        } catch (InvalidSubmissionException none) {
            // there are none
        }
    }

    private static boolean make(Options options) throws IOException, InterruptedException {
        Optional<WorkerArchive> archive = WorkerArchive.place(options);
        return archive.isPresent()
                && archive.get().make(Curriculum.checkClasses().getFirst());
    }

    /** Does what {@code kata check fetch-all} does, but notes nothing; and writes the report as a page. */
    private void rehearse() throws InvalidSubmissionException, InterruptedException, IOException {
        Submission submission = Submission.in(surroundings.repository().exercises());
        Report report;
        try (StandbyGrader grader = new StandbyGrader(() -> Options.ofOwnTree().limit(PATIENCE))) {
            grader.prepare();
            Exercise first = Curriculum.exercises().getFirst();
            report = Grading.of("rehearsal", submission, first, grader, printed -> {});
        }
        Path scrap = Files.createTempFile("kata-", ".json");
        try {
            JsonReport.write(report, scrap);
            JsonReport.read(scrap);
            HtmlReport.write(report, scrap);
        } finally {
            Files.delete(scrap);
        }
        Board.show(report, submission, surroundings);
        Results.of(surroundings.repository());
    }
}
