package twostoves.grading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.platform.commons.support.ReflectionSupport;
import twostoves.simulation.Run;
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

    /** The processor time in nanoseconds that the real work of an exercise takes, all threads together. */
    @SuppressWarnings("unchecked")
    public static <T> long usedBy(Class<?> checks, Subject<T> subject, int workers) throws Exception {
        RealWork<T> work = (RealWork<T>)
                ReflectionSupport.newInstance(checks.getAnnotation(Grades.class).realWork());
        Meter meter = new Meter(700);
        Run<Boolean> run = subject.runForReal(Duration.ofMinutes(1), false, learners -> {
            work.doWith(learners, workers, meter);
            return true;
        });
        run.failure().ifPresent(failure -> {
            throw new AssertionError(failure);
        });
        return meter.all();
    }

    /** Whether nothing else of a submission is run after this failure. */
    public static boolean stopsAll(CheckFailure failure) {
        return failure.isHarmful();
    }
}
