package twostoves.racewatch;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Small sequences of instructions that rewriting needs again and again. */
public final class Emitter {

    static final ClassDesc HOOKS = ClassDesc.of("twostoves.racewatch.Hooks");
    static final ClassDesc LEARNER_HOOKS = ClassDesc.of("twostoves.racewatch.LearnerHooks");
    static final ClassDesc LOCK_HOOKS = ClassDesc.of("twostoves.racewatch.LockHooks");

    static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
    static final ClassDesc VAR_HANDLE = ConstantDescs.CD_VarHandle;

    static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    static final MethodTypeDesc OBJECT = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);

    private Emitter() {}

    /** A call of a hook with these parameters, which are on the stack. */
    static void hook(CodeBuilder code, ClassDesc hooks, String name, ClassDesc... parameters) {
        code.invokestatic(hooks, name, MethodTypeDesc.of(ConstantDescs.CD_void, parameters));
    }

    /**
     * Moves the arguments of a call from the stack to new local variables.
     *
     * @param code where to write it
     * @param type the parameters
     * @return the local variables, in the order of the parameters
     */
    public static int[] spill(CodeBuilder code, MethodTypeDesc type) {
        int[] slots = new int[type.parameterCount()];
        for (int i = slots.length - 1; i >= 0; i--) {
            TypeKind kind = TypeKind.from(type.parameterType(i));
            slots[i] = code.allocateLocal(kind);
            code.storeLocal(kind, slots[i]);
        }
        return slots;
    }

    /**
     * Moves them back.
     *
     * @param code where to write it
     * @param type the parameters
     * @param slots the local variables
     */
    public static void unspill(CodeBuilder code, MethodTypeDesc type, int[] slots) {
        for (int i = 0; i < slots.length; i++) {
            code.loadLocal(TypeKind.from(type.parameterType(i)), slots[i]);
        }
    }

    /**
     * Puts on the stack what an operation of a variable handle is for: its first argument, or null if that is no object; and
     * its second, if the first is an array and that an index, or else -1.
     *
     * @param code where to write it
     * @param type the parameters of the operation
     * @param slots the local variables with the arguments
     */
    public static void loadTarget(CodeBuilder code, MethodTypeDesc type, int[] slots) {
        boolean hasObject = type.parameterCount() > 0 && !type.parameterType(0).isPrimitive();
        if (hasObject) {
            code.aload(slots[0]);
        } else {
            code.aconst_null();
        }
        if (isOnElement(type)) {
            code.iload(slots[1]);
        } else {
            code.loadConstant(-1);
        }
    }

    /** Whether an operation of a variable handle is for an element of an array. */
    static boolean isOnElement(MethodTypeDesc type) {
        return type.parameterCount() > 1
                && type.parameterType(0).isArray()
                && type.parameterType(1).equals(ConstantDescs.CD_int);
    }

    /** Puts a local variable on the stack, as an object. */
    static void loadBoxed(CodeBuilder code, ClassDesc type, int slot) {
        code.loadLocal(TypeKind.from(type), slot);
        if (type.isPrimitive()) {
            ClassDesc box = boxOf(type);
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type));
        }
    }

    private static ClassDesc boxOf(ClassDesc primitive) {
        return ClassDesc.of("java.lang."
                + switch (primitive.descriptorString()) {
                    case "I" -> "Integer";
                    case "J" -> "Long";
                    case "Z" -> "Boolean";
                    case "D" -> "Double";
                    case "F" -> "Float";
                    case "C" -> "Character";
                    case "B" -> "Byte";
                    default -> "Short";
                });
    }
}
