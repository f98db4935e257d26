package twostoves.racewatch;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Rewrites the code of one method of the learner's. */
final class LearnerCode implements CodeTransform {

    private static final String CONSTRUCTOR = "<init>";
    private static final String INITIALISER = "<clinit>";

    private final LearnerClass type;
    private final MethodModel method;
    private final String name;
    private final LearnerCalls calls;
    private final boolean isSynchronized;
    private final boolean isStatic;
    private final boolean isInitialiser;
    private final Set<Label> handlers = new HashSet<>();
    private int line;
    private int monitor;
    private Label begin;
    private Label end;

    /** In a constructor, whether {@code super} has been called, so that {@code this} is an object. */
    private boolean isObject;

    /** How many objects have been begun in the arguments of {@code super} whose own constructor is still to come. */
    private int begun;

    LearnerCode(LearnerClass type, MethodModel method) {
        this.type = type;
        this.method = method;
        this.name = method.methodName().stringValue();
        this.calls = new LearnerCalls(type);
        int flags = method.flags().flagsMask();
        this.isSynchronized = (flags & ClassFile.ACC_SYNCHRONIZED) != 0;
        this.isStatic = (flags & ClassFile.ACC_STATIC) != 0;
        this.isInitialiser = name.equals(INITIALISER);
        this.isObject = !name.equals(CONSTRUCTOR);
        for (ExceptionCatch handler : method.code().orElseThrow().exceptionHandlers()) {
            if (handler.catchType().isPresent()) {
                handlers.add(handler.handler());
            }
        }
    }

    private int site(String what, Deed deed) {
        return type.site(name, line, what, deed);
    }

    // ---- what surrounds the code ---------------------------------------------------------------------------------

    @Override
    public void atStart(CodeBuilder code) {
        if (isInitialiser) {
            Emitter.hook(code, Emitter.LEARNER_HOOKS, "initialiserBegins");
        } else if (isSynchronized) {
            line = firstLine();
            monitor = code.allocateLocal(TypeKind.REFERENCE);
            if (isStatic) {
                code.loadConstant(type.type());
            } else {
                code.aload(0);
            }
            code.astore(monitor);
            enter(code, monitor, site("synchronized " + name, Deed.LOCK));
        } else {
            return;
        }
        begin = code.newBoundLabel();
        end = code.newLabel();
    }

    private int firstLine() {
        for (CodeElement element : method.code().orElseThrow()) {
            if (element instanceof LineNumber number) {
                return number.line();
            }
        }
        return 0;
    }

    private static void enter(CodeBuilder code, int lock, int site) {
        code.aload(lock).loadConstant(site);
        Emitter.hook(code, Emitter.LEARNER_HOOKS, "locking", CD_Object, CD_int);
        code.aload(lock).monitorenter().aload(lock).loadConstant(site);
        Emitter.hook(code, Emitter.LEARNER_HOOKS, "locked", CD_Object, CD_int);
    }

    private void leave(CodeBuilder code) {
        if (isSynchronized) {
            code.aload(monitor);
            Emitter.hook(code, Emitter.LEARNER_HOOKS, "unlocking", CD_Object);
            code.aload(monitor).monitorexit();
        } else if (isInitialiser) {
            code.loadConstant(type.type());
            Emitter.hook(code, Emitter.LEARNER_HOOKS, "initialiserEnds", CD_Class);
        }
    }

    @Override
    public void atEnd(CodeBuilder code) {
        if (begin != null) {
            code.labelBinding(end);
            Label handler = code.newBoundLabel();
            leave(code);
            code.athrow();
            code.exceptionCatchAll(begin, end, handler);
        }
    }

    // ---- the code ------------------------------------------------------------------------------------------------

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case LineNumber number -> {
                line = number.line();
                code.with(number);
            }
            case LabelTarget target
            when handlers.contains(target.label()) -> {
                code.with(target);
                Emitter.hook(code, Emitter.HOOKS, "caught");
            }
            case ReturnInstruction returns -> {
                leave(code);
                code.with(returns);
            }
            case NewObjectInstruction made -> {
                begun += isObject ? 0 : 1;
                code.with(made);
            }
            case MonitorInstruction instruction -> monitor(code, instruction);
            case ArrayLoadInstruction load -> load(code, load);
            case ArrayStoreInstruction store -> store(code, store);
            case FieldInstruction field -> field(code, field);
            case InvokeInstruction call -> call(code, call);
            case InvokeDynamicInstruction made -> {
                int where = line;
                type.references().write(code, made, calls, (what, deed) -> type.site(name, where, what, deed), where);
            }
            default -> code.with(element);
        }
    }

    private void monitor(CodeBuilder code, MonitorInstruction instruction) {
        if (instruction.opcode() == Opcode.MONITORENTER) {
            int lock = code.allocateLocal(TypeKind.REFERENCE);
            int site = site("synchronized", Deed.LOCK);
            code.astore(lock);
            enter(code, lock, site);
        } else {
            code.dup();
            Emitter.hook(code, Emitter.LEARNER_HOOKS, "unlocking", CD_Object);
            code.with(instruction);
        }
    }

    private void load(CodeBuilder code, ArrayLoadInstruction load) {
        code.dup2().loadConstant(site("", Deed.READ));
        Emitter.hook(code, Emitter.LEARNER_HOOKS, "readElement", CD_Object, CD_int, CD_int);
        code.with(load);
    }

    private void store(CodeBuilder code, ArrayStoreInstruction store) {
        TypeKind kind = store.typeKind().asLoadable();
        int value = code.allocateLocal(kind);
        code.storeLocal(kind, value).dup2().loadConstant(site("", Deed.WRITE));
        Emitter.hook(code, Emitter.LEARNER_HOOKS, "writeElement", CD_Object, CD_int, CD_int);
        code.loadLocal(kind, value).with(store);
    }

    // ---- fields --------------------------------------------------------------------------------------------------

    private void field(CodeBuilder code, FieldInstruction field) {
        String owner = field.owner().asInternalName();
        Optional<Integer> flags = type.files().fieldFlags(owner, field.name().stringValue());
        boolean isJdks = owner.startsWith("java/");
        if (field.opcode() == Opcode.GETSTATIC && !isJdks) {
            code.loadConstant(field.owner().asSymbol());
            Emitter.hook(code, Emitter.HOOKS, "acquireInitialised", CD_Class);
        }
        if (isJdks || flags.isEmpty() || (flags.get() & ClassFile.ACC_FINAL) != 0) {
            code.with(field);
        } else if ((flags.get() & ClassFile.ACC_VOLATILE) != 0) {
            access(code, field, "volatileUse", "volatileUse");
            type.operations().field(code, field, name.equals(CONSTRUCTOR));
        } else {
            access(code, field, "read", "write");
            code.with(field);
        }
    }

    /** Tells of an access of a field or static, which itself is still to come. */
    private void access(CodeBuilder code, FieldInstruction field, String reading, String writing) {
        String what = MemberName.of(field.owner().asSymbol(), field.name().stringValue());
        TypeKind kind = TypeKind.from(field.typeSymbol()).asLoadable();
        ClassDesc owner = field.owner().asSymbol();
        switch (field.opcode()) {
            case GETFIELD -> {
                if (isObject) {
                    code.dup();
                    tell(code, reading, what, Deed.READ);
                }
            }
            case PUTFIELD -> {
                if (isObject) {
                    int value = code.allocateLocal(kind);
                    code.storeLocal(kind, value).dup();
                    tell(code, writing, what, Deed.WRITE);
                    code.loadLocal(kind, value);
                }
            }
            case GETSTATIC -> {
                code.loadConstant(owner);
                tell(code, reading, what, Deed.READ);
            }
            default -> {
                code.loadConstant(owner);
                tell(code, writing, what, Deed.WRITE);
            }
        }
    }

    private void tell(CodeBuilder code, String hook, String what, Deed deed) {
        code.loadConstant(site(what, deed));
        Emitter.hook(code, Emitter.LEARNER_HOOKS, hook, CD_Object, CD_int);
    }

    // ---- calls ---------------------------------------------------------------------------------------------------

    private void call(CodeBuilder code, InvokeInstruction instruction) {
        Unmodelled.in(instruction).ifPresent(type::note);
        if (instruction.name().equalsString(CONSTRUCTOR) && !isObject) {
            if (begun == 0) {
                isObject = true;
            } else {
                begun--;
            }
            code.with(instruction);
            return;
        }
        String owner = instruction.owner().asInternalName();
        if (instruction.opcode() == Opcode.INVOKESTATIC
                && !owner.startsWith("java/")
                && !owner.equals(type.internalName())) {
            code.loadConstant(instruction.owner().asSymbol());
            Emitter.hook(code, Emitter.HOOKS, "acquireInitialised", CD_Class);
        }
        LearnerCalls.Call call = new LearnerCalls.Call(
                instruction.opcode(),
                instruction.owner().asSymbol(),
                instruction.name().stringValue(),
                instruction.typeSymbol());
        calls.write(code, call, this::site, body -> itself(body, instruction));
    }

    private void itself(CodeBuilder code, InvokeInstruction instruction) {
        if (SyncOperations.isHandle(instruction)) {
            throughHandle(code, instruction);
        } else if (findsHandle(instruction)) {
            findHandle(code, instruction);
        } else {
            code.with(instruction);
        }
    }

    private static boolean findsHandle(InvokeInstruction call) {
        return call.owner().asInternalName().equals("java/lang/invoke/MethodHandles$Lookup")
                && (call.name().equalsString("findVarHandle") || call.name().equalsString("findStaticVarHandle"));
    }

    private static void findHandle(CodeBuilder code, InvokeInstruction call) {
        MethodTypeDesc parameters = call.typeSymbol();
        int[] arguments = Emitter.spill(code, parameters);
        Emitter.unspill(code, parameters, arguments);
        code.with(call).dup().aload(arguments[0]).aload(arguments[1]);
        Emitter.hook(code, Emitter.LEARNER_HOOKS, "handleFound", Emitter.VAR_HANDLE, CD_Class, CD_String);
    }

    private void throughHandle(CodeBuilder code, InvokeInstruction call) {
        String operation = call.name().stringValue();
        MethodTypeDesc parameters = call.typeSymbol();
        int[] arguments = Emitter.spill(code, parameters);
        int handle = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(handle).aload(handle);
        Emitter.loadTarget(code, parameters, arguments);
        boolean isPlain = operation.equals("get") || operation.equals("set");
        boolean reads = operation.startsWith("get") && !operation.startsWith("getAnd");
        code.loadConstant(site("VarHandle." + operation, reads ? Deed.READ : Deed.WRITE))
                .loadConstant(isPlain ? 1 : 0);
        Emitter.hook(
                code, Emitter.LEARNER_HOOKS, "handleUse", Emitter.VAR_HANDLE, CD_Object, CD_int, CD_int, CD_boolean);
        code.aload(handle);
        Emitter.unspill(code, parameters, arguments);
        if (isPlain || operation.endsWith("Opaque")) {
            code.with(call);
        } else {
            type.operations().handle(code, call);
        }
    }
}
