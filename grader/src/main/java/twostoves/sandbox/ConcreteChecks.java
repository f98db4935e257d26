package twostoves.sandbox;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;

/**
 * Makes an empty subclass of an abstract class of checks, as the learner's module has one: JUnit runs concrete classes only.
 */
final class ConcreteChecks {

    private static final String SUFFIX = "$Run";

    private ConcreteChecks() {}

    static Class<?> of(Class<?> checks) throws IllegalAccessException {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(checks, MethodHandles.lookup());
        try {
            return lookup.findClass(checks.getName() + SUFFIX);
        } catch (ClassNotFoundException firstTime) {
            return lookup.defineClass(subclass(checks));
        }
    }

    private static byte[] subclass(Class<?> checks) {
        ClassDesc superclass = checks.describeConstable().orElseThrow();
        return ClassFile.of()
                .build(
                        ClassDesc.of(checks.getName() + SUFFIX),
                        subclass -> subclass.withFlags(ClassFile.ACC_SUPER)
                                .withSuperclass(superclass)
                                .withMethodBody(
                                        ConstantDescs.INIT_NAME,
                                        ConstantDescs.MTD_void,
                                        0,
                                        code -> code.aload(0)
                                                .invokespecial(
                                                        superclass, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                                .return_()));
    }
}
