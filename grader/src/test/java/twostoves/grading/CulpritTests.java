package twostoves.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What comes out of a check")
class CulpritTests {

    private static <T extends Throwable> T thrownIn(String className, T thrown) {
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.List", "of", "List.java", 1),
            new StackTraceElement(className, "get", "FetchAll.java", 12)
        });
        return thrown;
    }

    @Test
    @DisplayName("is the submission's, with its line, where the learner's code threw it")
    void learners() {
        IllegalStateException thrown =
                thrownIn("twostoves.concurrency.FetchAll", new IllegalStateException("no such answer"));

        assertThat(Culprit.ofSubmission(thrown)).hasValueSatisfying(failure -> {
            assertThat(failure)
                    .hasMessage("What your method returned throws IllegalStateException when it is looked at.");
            assertThat(failure.diagnosis()).isEqualTo(Diagnosis.THROWS_UNEXPECTEDLY);
            assertThat(failure.place()).contains(new Place("src/main/java/twostoves/concurrency/FetchAll.java", 12));
        });
    }

    @Test
    @DisplayName("is the grader's where only the grader's code is to be seen")
    void graders() {
        assertThat(Culprit.ofSubmission(thrownIn("twostoves.checks.Answers", new IllegalStateException("a bug"))))
                .isEmpty();
    }

    @Test
    @DisplayName("is the submission's where a value is of a type that the contract rules out")
    void impossibleValue() {
        assertThat(Culprit.ofSubmission(thrownIn(
                        "twostoves.checks.Answers",
                        new IllegalStateException(thrownIn("twostoves.checks.Answers", new ClassCastException())))))
                .isPresent();
    }

    @Test
    @DisplayName("is the submission's where the trace was taken away")
    void untraceable() {
        Error thrown = new Error("silent");
        thrown.setStackTrace(new StackTraceElement[0]);

        assertThat(Culprit.ofSubmission(thrown)).isPresent();
    }

    @Test
    @DisplayName("is looked at in finite time even where causes go round")
    void circle() {
        Exception one = thrownIn("twostoves.checks.Answers", new Exception("one"));
        Exception two = thrownIn("twostoves.checks.Answers", new Exception("two", one));
        one.initCause(two);

        assertThat(Culprit.ofSubmission(two)).isEmpty();
    }
}
