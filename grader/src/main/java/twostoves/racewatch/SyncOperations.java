package twostoves.racewatch;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * The instructions that order threads, and what is put around them: volatile variables, monitors, variable handles, and the
 * JDK's own compare-and-set. Before each the thread releases what it knows, after each it acquires what others have released.
 */
final class SyncOperations {

    private static final String UNSAFE = "jdk/internal/misc/Unsafe";
    private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
    private static final String OBJECT_AND_OFFSET = "(Ljava/lang/Object;J";

    private final ClassFiles files;
    private final String className;
    private final boolean isJdks;

    SyncOperations(ClassFiles files, String className) {
        this.files = files;
        this.className = className;
        this.isJdks = className.startsWith("java/") || className.startsWith("jdk/");
    }

    /** Whether a method has any of them. */
    boolean isIn(MethodModel method) {
        if ((method.flags().flagsMask() & ClassFile.ACC_SYNCHRONIZED) != 0) {
            return true;
        }
        for (CodeElement element : method.code().orElseThrow()) {
            if (isOne(element)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOne(CodeElement element) {
        return switch (element) {
            case MonitorInstruction any -> true;
            case FieldInstruction field -> isOrdering(field);
            case InvokeInstruction call -> isUnsafe(call) || isHandle(call) || isWait(call);
            default -> false;
        };
    }

    /** Volatile, or a plain field of a class that publishes through fences: to take it for volatile errs on the right side. */
    boolean isOrdering(FieldInstruction field) {
        String owner = field.owner().asInternalName();
        return files.fieldFlags(owner, field.name().stringValue())
                .filter(flags -> (flags & ClassFile.ACC_VOLATILE) != 0
                        || (flags & (ClassFile.ACC_STATIC | ClassFile.ACC_FINAL)) == 0 && JdkClasses.usesFences(owner))
                .isPresent();
    }

    private static boolean isUnsafe(InvokeInstruction call) {
        String name = call.name().stringValue();
        return call.owner().asInternalName().equals(UNSAFE)
                && call.type().stringValue().startsWith(OBJECT_AND_OFFSET)
                && (isMemory(name) || name.startsWith("put"));
    }

    static boolean isHandle(InvokeInstruction call) {
        String name = call.name().stringValue();
        return call.owner().asInternalName().equals(VAR_HANDLE)
                && call.opcode() == Opcode.INVOKEVIRTUAL
                && (isMemory(name) || name.startsWith("set"));
    }

    private static boolean isMemory(String name) {
        return name.startsWith("get") || name.startsWith("compareAnd") || name.startsWith("weakCompareAnd");
    }

    private static boolean isWait(InvokeInstruction call) {
        String type = call.type().stringValue();
        return call.name().equalsString("wait")
                && Set.of("()V", "(J)V", "(JI)V").contains(type);
    }

    private static boolean reads(String name) {
        return !(name.startsWith("put") || name.startsWith("set"));
    }

    private static boolean writes(String name) {
        return !name.startsWith("get") || name.startsWith("getAnd");
    }

    /** Writes an instruction of the JDK or of the grader, with what belongs around it. */
    void write(CodeBuilder code, CodeElement element, boolean inConstructor) {
        switch (element) {
            case MonitorInstruction monitor -> monitor(code, monitor);
            case FieldInstruction field when isOrdering(field) -> field(code, field, inConstructor);
            case InvokeInstruction call when isUnsafe(call) -> unsafe(code, call);
            case InvokeInstruction call when isHandle(call) -> handle(code, call);
            case InvokeInstruction call when isWait(call) -> await(code, call);
            default -> code.with(element);
        }
    }

    private static void monitor(CodeBuilder code, MonitorInstruction monitor) {
        if (monitor.opcode() == Opcode.MONITORENTER) {
            int lock = code.allocateLocal(TypeKind.REFERENCE);
            code.astore(lock).aload(lock).with(monitor).aload(lock);
            acquire(code);
        } else {
            code.dup();
            release(code);
            code.with(monitor);
        }
    }

    static void release(CodeBuilder code) {
        Emitter.hook(code, Emitter.HOOKS, "release", CD_Object);
    }

    static void acquire(CodeBuilder code) {
        Emitter.hook(code, Emitter.HOOKS, "acquire", CD_Object);
    }

    /** A field that orders. */
    void field(CodeBuilder code, FieldInstruction field, boolean inConstructor) {
        ClassDesc owner = field.owner().asSymbol();
        TypeKind kind = TypeKind.from(field.typeSymbol());
        switch (field.opcode()) {
            case GETFIELD -> {
                int object = code.allocateLocal(TypeKind.REFERENCE);
                code.dup().astore(object).with(field).aload(object);
                acquire(code);
            }
            case PUTFIELD -> {
                if (inConstructor && field.owner().asInternalName().equals(className)) {
                    // perhaps not an object yet: nobody else can know of it
                    code.with(field);
                    return;
                }
                int value = code.allocateLocal(kind);
                code.storeLocal(kind, value).dup();
                release(code);
                code.loadLocal(kind, value).with(field);
            }
            case GETSTATIC -> {
                code.with(field).loadConstant(owner);
                acquire(code);
            }
            case PUTSTATIC -> {
                code.loadConstant(owner);
                release(code);
                code.with(field);
            }
            default -> code.with(field);
        }
    }

    private static void unsafe(CodeBuilder code, InvokeInstruction call) {
        String name = call.name().stringValue();
        MethodTypeDesc type = call.typeSymbol();
        int[] arguments = Emitter.spill(code, type);
        if (writes(name)) {
            code.aload(arguments[0]).lload(arguments[1]);
            Emitter.hook(code, Emitter.HOOKS, "releaseAt", CD_Object, CD_long);
        }
        Emitter.unspill(code, type, arguments);
        code.with(call);
        if (reads(name)) {
            code.aload(arguments[0]).lload(arguments[1]);
            Emitter.hook(code, Emitter.HOOKS, "acquireAt", CD_Object, CD_long);
        }
    }

    /** An operation of a variable handle: on an element of an array, on a field of an object, or on a static. */
    void handle(CodeBuilder code, InvokeInstruction call) {
        String name = call.name().stringValue();
        MethodTypeDesc type = call.typeSymbol();
        int[] arguments = Emitter.spill(code, type);
        int handle = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(handle);
        if (writes(name)) {
            handleHook(code, "release", type, handle, arguments);
        }
        code.aload(handle);
        Emitter.unspill(code, type, arguments);
        code.with(call);
        if (reads(name)) {
            handleHook(code, "acquire", type, handle, arguments);
        }
    }

    private void handleHook(CodeBuilder code, String hook, MethodTypeDesc type, int handle, int[] arguments) {
        boolean hasObject = type.parameterCount() > 0 && !type.parameterType(0).isPrimitive();
        if (Emitter.isOnElement(type)) {
            code.aload(arguments[0]).iload(arguments[1]).i2l();
            Emitter.hook(code, Emitter.HOOKS, hook + "At", CD_Object, CD_long);
            return;
        }
        if (isJdks) {
            // whose handles are all of fields of objects
            if (hasObject) {
                code.aload(arguments[0]);
                Emitter.hook(code, Emitter.HOOKS, hook, CD_Object);
            }
            return;
        }
        code.aload(handle);
        if (hasObject) {
            code.aload(arguments[0]);
        } else {
            code.aconst_null();
        }
        Emitter.hook(code, Emitter.HOOKS, hook + "Through", Emitter.VAR_HANDLE, CD_Object);
    }

    private static void await(CodeBuilder code, InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        int[] arguments = Emitter.spill(code, type);
        int monitor = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(monitor).aload(monitor);
        release(code);
        code.aload(monitor);
        Emitter.unspill(code, type, arguments);
        code.with(call).aload(monitor);
        acquire(code);
    }
}
