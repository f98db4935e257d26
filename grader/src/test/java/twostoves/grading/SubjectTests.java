package twostoves.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.contract.Labelled;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.weaving.ClassSource;
import twostoves.weaving.LearnerClasses;
import twostoves.weaving.LearnerSource;

@DisplayName("A subject")
class SubjectTests {

    @TempDir
    private Path classes;

    private Exercise exercise(LearnerSource source) {
        source.compileTo(classes);
        return new Exercise("snippet", 1, Track.CONCURRENCY, source.className(), Labelled.class, List.of());
    }

    private Optional<String> loadProblem(LearnerSource source) {
        return LoadProblem.of(exercise(source), new LearnerClasses(ClassSource.directory(classes)))
                .map(ExerciseResult::message);
    }

    private static LearnerSource labelled(String constructor) {
        return LearnerSource.of("Snippet implements " + Labelled.class.getName(), constructor + """
                private String label = "";
                private static int made;

                public Object call() {
                    return label + ++made;
                }
                """);
    }

    @Test
    @DisplayName("makes instances with the arguments that it is given")
    void arguments() {
        Exercise exercise = exercise(labelled("public Snippet(int number, String name) { label = number + name; }"));
        Subject<Labelled> subject = Subjects.of(exercise, classes);

        Run<Object> run = subject.with(3, "a").run(Settings.STANDARD, (snippet, world) -> snippet.call());

        assertThat(run.value()).contains("3a1");
    }

    @Test
    @DisplayName("with other arguments remembers nothing, and runs again as it was")
    void argumentsKept() {
        Exercise exercise = exercise(labelled("public Snippet(int number, String name) { label = number + name; }"));
        Subject<Labelled> subject = Subjects.<Labelled>of(exercise, classes).with(3, "a");
        subject.run(Settings.STANDARD, (snippet, world) -> snippet.call());

        assertThat(subject.run(Settings.STANDARD, (snippet, world) -> snippet.call())
                        .value())
                .contains("3a2");
        assertThat(subject.afresh()
                        .run(Settings.STANDARD, (snippet, world) -> snippet.call())
                        .value())
                .contains("3a1");
        assertThat(subject.with(4, "b")
                        .run(Settings.STANDARD, (snippet, world) -> snippet.call())
                        .value())
                .contains("4b1");
    }

    @Test
    @DisplayName("cannot be loaded without the constructor that its contract asks for")
    void noConstructor() {
        assertThat(loadProblem(labelled("public Snippet(int number) {}")))
                .contains("The class twostoves.concurrency.Snippet has no public constructor with the parameters (int,"
                        + " String).");
    }

    @Test
    @DisplayName("can be loaded with the constructor that its contract asks for")
    void constructor() {
        assertThat(loadProblem(labelled("public Snippet(int number, String name) {}")))
                .isEmpty();
    }

    @Test
    @DisplayName("cannot be loaded without a constructor without parameters, if its contract says nothing")
    void noDefaultConstructor() {
        LearnerSource source = LearnerSource.of(
                "Snippet implements Callable<Object>", "public Snippet(int n) {} public Object call() { return 1; }");
        source.compileTo(classes);
        Exercise exercise =
                new Exercise("snippet", 1, Track.CONCURRENCY, source.className(), Callable.class, List.of());

        assertThat(LoadProblem.of(exercise, new LearnerClasses(ClassSource.directory(classes)))
                        .map(ExerciseResult::message))
                .contains("The class twostoves.concurrency.Snippet has no public constructor without parameters.");
    }
}
