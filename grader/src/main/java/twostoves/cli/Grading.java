package twostoves.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.report.Report;
import twostoves.report.Session;
import twostoves.report.Sources;
import twostoves.sandbox.Grader;
import twostoves.sandbox.Options;
import twostoves.sandbox.StandbyGrader;
import twostoves.sandbox.Submission;

/** Grades a submission and reports on it. */
final class Grading {

    private Grading() {}

    static Report of(String name, Submission submission, List<Exercise> exercises, Options options)
            throws InterruptedException {
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        List<String> deviations = new ArrayList<>();
        Options.Progress shown = options.progress();
        Options noting = options.progress((result, output, defects) -> {
            deviations.addAll(defects);
            shown.graded(result, output, defects);
        });
        List<ExerciseResult> results = new Grader().grade(submission, exercises, noting);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        Session session = new Session(name, startedAt, duration, options.seed(), options.processors(), deviations);
        return Report.of(session, results, exercises).quoting(Sources.in(submission.module()));
    }

    /** Grades one exercise, and hands on what it printed. */
    static Report of(
            String name, Submission submission, Exercise exercise, StandbyGrader grader, Consumer<String> printed)
            throws InterruptedException {
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        StandbyGrader.Graded graded = grader.grade(submission, exercise);
        printed.accept(graded.output());
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        Options options = graded.options();
        Session session =
                new Session(name, startedAt, duration, options.seed(), options.processors(), graded.defects());
        return Report.of(session, List.of(graded.result()), List.of(exercise)).quoting(Sources.in(submission.module()));
    }
}
