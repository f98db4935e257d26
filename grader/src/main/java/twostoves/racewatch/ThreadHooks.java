package twostoves.racewatch;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ReturnInstruction;
import java.util.Optional;

/** What is added to the methods of {@link Thread} that order threads. */
final class ThreadHooks {

    private static final String THREAD = "java/lang/Thread";
    private static final String VIRTUAL = "java/lang/VirtualThread";

    /** The method in which a virtual thread of the JDKs that were tried ends on its carrier. */
    static final String END_OF_VIRTUAL = "afterDone(Z)V";

    private ThreadHooks() {}

    static boolean areIn(String internalName) {
        return internalName.equals(THREAD) || internalName.equals(VIRTUAL);
    }

    static Optional<CodeTransform> of(String internalName, MethodModel method) {
        String name = method.methodName().stringValue();
        String type = method.methodType().stringValue();
        boolean virtual = internalName.equals(VIRTUAL);
        if (name.equals("start") && (type.equals("()V") || type.startsWith("(Ljdk/internal/vm/ThreadContainer;"))) {
            return Optional.of(new AtStart("starting").andThen(beforeReturn("started")));
        }
        if (name.equals("interrupt") && type.equals("()V")) {
            return Optional.of(new AtStart("interrupting"));
        }
        if (virtual && (name + type).equals(END_OF_VIRTUAL)) {
            return Optional.of(new AtStart("virtualEnded"));
        }
        if (name.equals("isInterrupted") && type.equals("()Z")) {
            return Optional.of(beforeReturn("askedForInterrupt"));
        }
        boolean asks =
                name.equals("join") || name.equals("isAlive") || name.equals("getState") && type.startsWith("()");
        return !virtual && asks ? Optional.of(beforeReturn("asked")) : Optional.empty();
    }

    private static void hook(CodeBuilder code, String name) {
        code.aload(0);
        Emitter.hook(code, Emitter.HOOKS, name, Emitter.THREAD);
    }

    private record AtStart(String hook) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder code) {
            ThreadHooks.hook(code, hook);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            code.with(element);
        }
    }

    private static CodeTransform beforeReturn(String hook) {
        return (code, element) -> {
            if (element instanceof ReturnInstruction) {
                hook(code, hook);
            }
            code.with(element);
        };
    }
}
