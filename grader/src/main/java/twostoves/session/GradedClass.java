package twostoves.session;

import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import twostoves.grading.Exercise;
import twostoves.grading.Grades;

/** Tells which exercise a test of JUnit belongs to. */
final class GradedClass {

    private GradedClass() {}

    /** Finds the exercise; empty for a test that is not a check, such as the grader's own. */
    static Optional<Exercise> exercise(Optional<TestSource> source) {
        return source.flatMap(GradedClass::javaClass)
                .filter(type -> type.isAnnotationPresent(Grades.class))
                .map(Exercise::of);
    }

    private static Optional<Class<?>> javaClass(TestSource source) {
        return switch (source) {
            case ClassSource type -> Optional.of(type.getJavaClass());
            case MethodSource method -> Optional.of(method.getJavaClass());
            default -> Optional.empty();
        };
    }
}
