package twostoves.contract;

import java.util.concurrent.Callable;
import twostoves.kit.ConstructedWith;

/** A contract of tests, whose classes are constructed with a number and a name. */
@ConstructedWith({int.class, String.class})
public interface Labelled extends Callable<Object> {}
