package twostoves.racewatch;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Small sequences of instructions that rewriting needs again and again. */
final class Emitter {

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

    /** Moves the arguments of a call from the stack to new local variables, and tells which. */
    static int[] spill(CodeBuilder code, MethodTypeDesc type) {
        int[] slots = new int[type.parameterCount()];
        for (int i = slots.length - 1; i >= 0; i--) {
            TypeKind kind = TypeKind.from(type.parameterType(i));
            slots[i] = code.allocateLocal(kind);
            code.storeLocal(kind, slots[i]);
        }
        return slots;
    }

    /** Moves them back. */
    static void unspill(CodeBuilder code, MethodTypeDesc type, int[] slots) {
        for (int i = 0; i < slots.length; i++) {
            code.loadLocal(TypeKind.from(type.parameterType(i)), slots[i]);
        }
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
