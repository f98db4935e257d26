package twostoves.grading;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * Marks one check: a JUnit test method that throws a {@link CheckFailure} where the submission falls short.
 *
 * <p>Its {@code @DisplayName} is a sentence with the submission as subject, and its {@code @Order} the order in which checks
 * run and in which diagnoses are primary.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
public @interface Check {

    /**
     * Identifies the check within its exercise.
     *
     * @return the id in kebab-case
     */
    String id();

    /**
     * Says what the check looks at.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * Weighs the check.
     *
     * @return its points; those of an exercise add up to 10
     */
    int points();

    /**
     * Names checks that must have passed before this one says anything.
     *
     * @return their ids; empty if this check stands by itself
     */
    String[] needs() default {};
}
