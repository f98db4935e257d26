package twostoves.session;

import java.util.Optional;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;

/** Lets through the checks of the exercises chosen with {@code -Dkata=fetch-all}; all without it. Found by JUnit. */
public final class ExerciseFilter implements PostDiscoveryFilter {

    private final Choice choice;

    /** Creates the filter; for JUnit. */
    public ExerciseFilter() {
        this(Settings.ofSystem().chosen());
    }

    ExerciseFilter(Optional<String> chosen) {
        this.choice = Choice.of(
                chosen, Curriculum.exercises().stream().map(Exercise::id).toList());
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        boolean unwanted = GradedClass.exercise(test.getSource())
                .filter(exercise -> !choice.ids().contains(exercise.id()))
                .isPresent();
        return FilterResult.includedIf(!unwanted);
    }
}
