package twostoves.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import twostoves.grading.Exercise;
import twostoves.report.Report;
import twostoves.report.Session;
import twostoves.sandbox.InvalidSubmissionException;
import twostoves.sandbox.Options;
import twostoves.sandbox.StandbyGrader;
import twostoves.sandbox.Submission;
import twostoves.workspace.Repository;

/** Judges in worker processes. */
final class WorkerJudge implements Judge {

    private final Repository repository;
    /** What more workers gain is measured by {@code kata check}: it would keep the verdict back for half a second. */
    private final StandbyGrader grader = new StandbyGrader(Options::ofOwnTree);

    WorkerJudge(Repository repository) {
        this.repository = repository;
    }

    @Override
    public Outcome judge(Exercise exercise) throws InterruptedException {
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        try {
            StandbyGrader.Graded graded = grader.grade(Submission.in(repository.exercises()), exercise);
            Session session = new Session(
                    "exercises",
                    startedAt,
                    Duration.ofNanos(System.nanoTime() - start),
                    graded.options().seed(),
                    graded.options().processors(),
                    graded.defects());
            return new Outcome.Verdict(
                    Report.of(session, List.of(graded.result()), List.of(exercise)), graded.output());
        } catch (InvalidSubmissionException wrong) {
            return new Outcome.Nothing(wrong.getMessage());
        }
    }

    @Override
    public void prepare(Exercise exercise) {
        grader.prepare(exercise);
    }

    @Override
    public void close() {
        grader.close();
    }
}
