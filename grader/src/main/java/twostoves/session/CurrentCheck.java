package twostoves.session;

import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;

/** Knows which check is running. Safe for use by several threads. */
final class CurrentCheck implements TestExecutionListener {

    private volatile Optional<TestIdentifier> running = Optional.empty();

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            running = Optional.of(test);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        running = running.filter(other -> !other.equals(test));
    }

    /** What is to be said of the exercise whose check is running, if the process ends now. */
    Optional<ExerciseResult> stopped() {
        return running.flatMap(test -> GradedClass.exercise(test.getSource()).map(exercise -> stopped(exercise, test)));
    }

    private static ExerciseResult stopped(Exercise exercise, TestIdentifier test) {
        return ExerciseResult.whole(
                exercise,
                ExerciseResult.Status.FAILED,
                Diagnosis.KILLED_THE_PROCESS,
                "The JVM was stopped during \"" + test.getDisplayName() + "\". Does the code call System.exit?",
                Optional.empty());
    }
}
