package twostoves.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.report.Report;
import twostoves.report.Session;

/**
 * Judges by a word in the source file: {@code solved}, {@code sequential}, {@code broken}, {@code endless}, {@code faulty};
 * anything else has not been begun.
 */
final class FakeJudge implements Judge {

    /** The texts of what was judged, in order; half a file would be among them. */
    final List<String> judged = new CopyOnWriteArrayList<>();

    /** How often a judgement was given up. */
    final List<String> givenUp = new CopyOnWriteArrayList<>();

    volatile boolean closed;

    private final Desk desk;

    FakeJudge(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Outcome judge(Exercise exercise) throws InterruptedException {
        String text = textOf(exercise);
        judged.add(text);
        if (text.contains("endless")) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                givenUp.add(exercise.id());
                throw e;
            }
        }
        if (text.contains("faulty")) {
            throw new IllegalStateException("no judge today");
        }
        Session session = new Session("exercises", Instant.now(), Duration.ZERO, 1, 4, List.of());
        return new Outcome.Verdict(
                Report.of(session, List.of(result(exercise, text)), List.of(exercise)), printed(text));
    }

    private String textOf(Exercise exercise) {
        try {
            return Files.readString(desk.source(exercise));
        } catch (IOException gone) {
            return "";
        }
    }

    private static String printed(String text) {
        return text.contains("prints") ? "one\ntwo\n\u001b[2Jthree\n" : "";
    }

    private static ExerciseResult result(Exercise exercise, String text) {
        if (text.contains("solved")) {
            return ExerciseResult.of(exercise, checks(exercise, false));
        }
        if (text.contains("sequential")) {
            return ExerciseResult.of(exercise, checks(exercise, true));
        }
        if (text.contains("broken")) {
            return ExerciseResult.whole(
                    exercise,
                    ExerciseResult.Status.BROKEN,
                    Diagnosis.DOES_NOT_COMPILE,
                    "';' expected",
                    Optional.empty());
        }
        return ExerciseResult.whole(
                exercise, ExerciseResult.Status.UNSOLVED, Diagnosis.UNSOLVED, "Not begun.", Optional.empty());
    }

    private static List<CheckResult> checks(Exercise exercise, boolean firstFails) {
        List<CheckResult> results = new ArrayList<>();
        for (Exercise.CheckSpec check : exercise.checks()) {
            boolean fails = firstFails && results.isEmpty();
            results.add(new CheckResult(
                    check,
                    fails ? CheckResult.Status.FAILED : CheckResult.Status.PASSED,
                    fails ? 0 : check.points(),
                    fails ? "Request 2 starts only after request 1 has returned." : "",
                    fails ? Optional.of(Diagnosis.SEQUENTIAL) : Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return results;
    }

    @Override
    public void prepare(Exercise exercise) {}

    @Override
    public void close() {
        closed = true;
    }
}
