package twostoves.grading;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the class of checks of one exercise: an abstract JUnit class whose methods are annotated with {@link Check}.
 *
 * <p>The learner's module has an empty subclass of it, so that every tool that runs JUnit tests can grade.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(GradingExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public @interface Grades {

    /**
     * Identifies the exercise.
     *
     * @return the id in kebab-case, such as {@code fetch-all}
     */
    String id();

    /**
     * Numbers the exercise within the curriculum.
     *
     * @return a number from 1
     */
    int number();

    /**
     * Places the exercise in a track, and its class in that track's package.
     *
     * @return the track
     */
    Track track();

    /**
     * Names the interface that the learner's class implements, whose simple name is that of the class and {@code Contract}.
     *
     * @return the contract
     */
    Class<?> contract();

    /**
     * Gives work of real weight, by which to measure what more workers gain on the learner's machine.
     *
     * @return the work; by default nothing is measured
     */
    Class<? extends RealWork<?>> realWork() default RealWork.None.class;
}
