package twostoves.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a contract what the constructor of a class that implements it is given, which an interface cannot say itself.
 *
 * <p>A class whose contract has no such annotation has a constructor without parameters.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ConstructedWith {

    /**
     * Lists the parameters.
     *
     * @return their types, in order
     */
    Class<?>[] value();
}
