package twostoves.grading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of one exercise while its checks run. Used by JUnit's thread only. */
final class ExerciseInProgress {

    private final Exercise exercise;
    private final Subject<?> subject;
    private final Map<String, CheckResult> results = new LinkedHashMap<>();
    private Optional<ExerciseResult> end = Optional.empty();
    private Optional<String> stop = Optional.empty();
    private boolean brokenReported;

    ExerciseInProgress(Exercise exercise, Subject<?> subject) {
        this.exercise = exercise;
        this.subject = subject;
    }

    Exercise exercise() {
        return exercise;
    }

    Subject<?> subject() {
        return subject;
    }

    /** The exercise cannot be judged check by check: this is its result. */
    void end(ExerciseResult result) {
        end = Optional.of(result);
    }

    void enter(CheckResult result) {
        results.put(result.check().id(), result);
    }

    void enter(Exercise.CheckSpec check, CheckFailure failure) {
        enter(CheckResult.failed(check, failure));
        if (failure.diagnosis() == Diagnosis.UNSOLVED) {
            end(ExerciseResult.whole(
                    exercise, ExerciseResult.Status.UNSOLVED, Diagnosis.UNSOLVED, "not begun yet", Optional.empty()));
        } else if (failure.isHarmful()) {
            stop("code that could harm the run is not run");
        }
    }

    /** No further check is run, for this reason. */
    void stop(String reason) {
        stop = Optional.of(reason);
    }

    boolean hasFailed() {
        return results.values().stream().anyMatch(result -> result.status() == CheckResult.Status.FAILED);
    }

    /** Why a check is not to be run, if it is not. */
    Optional<String> obstacleTo(Exercise.CheckSpec check) {
        return end.map(ExerciseResult::message)
                .or(() -> stop)
                .or(() -> exercise.checks().stream()
                        .filter(other -> check.needs().contains(other.id()))
                        .filter(other -> results.containsKey(other.id()))
                        .filter(other -> !mayGoOn(other))
                        .findFirst()
                        .map(other -> "\"" + other.sentence() + "\" comes first"));
    }

    private boolean mayGoOn(Exercise.CheckSpec check) {
        CheckResult.Status status = results.get(check.id()).status();
        // what the machine or the grader kept from being told must not cost the learner the checks that follow
        return status == CheckResult.Status.PASSED
                || status == CheckResult.Status.NOT_MEASURED
                || status == CheckResult.Status.ERROR;
    }

    /** An exercise that does not compile has no check that fails, yet must not be green in an IDE: its first one is red. */
    void failOnceIfBroken() {
        if (!brokenReported
                && end.filter(result -> result.status() == ExerciseResult.Status.BROKEN)
                        .isPresent()) {
            brokenReported = true;
            throw CheckFailure.proven(Diagnosis.DOES_NOT_COMPILE, end.get().message());
        }
    }

    ExerciseResult result() {
        if (end.isPresent()) {
            return end.get();
        }
        List<CheckResult> all = new ArrayList<>();
        for (Exercise.CheckSpec check : exercise.checks()) {
            CheckResult notRun = CheckResult.notReached(check, "not run");
            all.add(results.getOrDefault(check.id(), notRun));
        }
        return ExerciseResult.of(exercise, all);
    }
}
