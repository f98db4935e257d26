package twostoves.grading;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import twostoves.weaving.ClassSource;
import twostoves.weaving.LearnerClasses;

/** Makes submissions for tests of other packages, which may not make them themselves. */
public final class Subjects {

    private Subjects() {}

    /** A submission for an exercise without checks. */
    public static Subject<Callable<Object>> of(String className, Path classes) {
        return of(new Exercise("snippet", 1, Track.CONCURRENCY, className, Callable.class, List.of()), classes);
    }

    /** A submission for an exercise. */
    public static <T> Subject<T> of(Exercise exercise, Path classes) {
        return Subject.of(exercise, new LearnerClasses(ClassSource.directory(classes)));
    }

    /** Whether nothing else of a submission is run after this failure. */
    public static boolean stopsAll(CheckFailure failure) {
        return failure.isHarmful();
    }
}
