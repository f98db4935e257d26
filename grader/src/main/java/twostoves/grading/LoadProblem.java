package twostoves.grading;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import twostoves.weaving.LearnerClasses;
import twostoves.weaving.LearnerLoader;

/** Tells why the learner's class cannot be used, before any check runs. */
final class LoadProblem {

    private LoadProblem() {}

    static Optional<ExerciseResult> of(Exercise exercise, LearnerClasses classes) {
        return describe(exercise, classes)
                .map(message -> ExerciseResult.whole(
                        exercise,
                        ExerciseResult.Status.BROKEN,
                        Diagnosis.DOES_NOT_COMPILE,
                        message,
                        Optional.of(new Place(exercise.sourceFile(), 0))));
    }

    private static Optional<String> describe(Exercise exercise, LearnerClasses classes) {
        String name = exercise.className();
        if (classes.original(name).isEmpty()) {
            return Optional.of("There is no class " + name + ".");
        }
        try {
            Class<?> type = new LearnerLoader(classes).loadClass(name);
            if (!exercise.contract().isAssignableFrom(type)) {
                return Optional.of("The class " + name + " does not implement "
                        + exercise.contract().getSimpleName() + ".");
            }
            boolean usable = Modifier.isPublic(type.getModifiers())
                    && !Modifier.isAbstract(type.getModifiers())
                    && Modifier.isPublic(type.getConstructor(exercise.constructorParameters())
                            .getModifiers());
            return usable ? Optional.empty() : Optional.of("The class " + name + " is not public, or is abstract.");
        } catch (NoSuchMethodException e) {
            return Optional.of("The class " + name + " has no public constructor " + parameters(exercise) + ".");
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.of("The class " + name + " cannot be loaded: " + e.getMessage());
        }
    }

    private static String parameters(Exercise exercise) {
        String types = Arrays.stream(exercise.constructorParameters())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        return types.isEmpty() ? "without parameters" : "with the parameters (" + types + ")";
    }
}
