package twostoves.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.report.HtmlReport;
import twostoves.report.JsonReport;
import twostoves.report.Report;
import twostoves.sandbox.InvalidSubmissionException;
import twostoves.sandbox.Options;
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

    private final Surroundings surroundings;

    PrepareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, InvalidSubmissionException {
        Optional<WorkerArchive> archive = WorkerArchive.place();
        boolean made = archive.isPresent() && archive.get().make();
        rehearse();
        return made ? ExitCode.SOLVED : ExitCode.GRADER_FAILED;
    }

    /** Does what {@code kata check fetch-all} does, but notes nothing; and writes the report as a page. */
    private void rehearse() throws InvalidSubmissionException, InterruptedException, IOException {
        try (CheckCommand check = new CheckCommand(surroundings)) {
            new CommandLine(check);
        }
        Submission submission = Submission.in(surroundings.repository().exercises());
        Report report;
        try (StandbyGrader grader = new StandbyGrader(Options::standard)) {
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
