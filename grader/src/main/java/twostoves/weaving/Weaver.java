package twostoves.weaving;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.Superclass;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandleInfo;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import twostoves.evidence.LearnerPackages;
import twostoves.racewatch.Emitter;
import twostoves.racewatch.MemberName;

/**
 * Rewrites one class of a learner's with the JDK's class-file API.
 *
 * <p>Calls and method references that {@link Replacements} knows go to classes of ours instead, and classes that have
 * {@link Substitutes} are replaced where they are made or extended. Before writes to fields that
 * are not final, before stores into arrays, before locks and before updates of atomic variables a hook is
 * called. Constructors and static initialisers are left alone in this: what they write to is not shared yet. Before each
 * jump back a hook ends threads whose run is over: in a loop that waits for something, nothing else would.
 */
final class Weaver {

    private static final ClassDesc HOOKS = ClassDesc.of(Hooks.class.getName());
    private static final ClassDesc CLOCKS = ClassDesc.of(Clocks.class.getName());
    private static final ClassDesc DATE = ClassDesc.of("java.util.Date");
    private static final MethodTypeDesc BEFORE_WRITE =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_String);
    private static final MethodTypeDesc BEFORE_STORE =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_int);
    private static final MethodTypeDesc MADE =
            MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("java.util.concurrent.ExecutorService"));
    private static final MethodTypeDesc FOUND = MethodTypeDesc.of(
            ConstantDescs.CD_void, ConstantDescs.CD_VarHandle, ConstantDescs.CD_Class, ConstantDescs.CD_String);
    private static final MethodTypeDesc BEFORE_HANDLE_WRITE = MethodTypeDesc.of(
            ConstantDescs.CD_void,
            ConstantDescs.CD_VarHandle,
            ConstantDescs.CD_Object,
            ConstantDescs.CD_int,
            ConstantDescs.CD_boolean);
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    private static final Pattern ATOMIC = Pattern.compile(
            "java/util/concurrent/atomic/(Atomic(Long|Integer|Reference|Boolean)|(Long|Double)(Adder|Accumulator))");
    private static final Set<String> HANDLES_FOUND = Set.of("findVarHandle", "findStaticVarHandle");
    private static final Pattern HANDLE_UPDATE = Pattern.compile("set.*|getAnd.*|(weakC|c)ompareAnd.*");
    private static final Pattern BLOCKING_QUEUE =
            Pattern.compile("java/util/concurrent/(\\w*Blocking|Transfer|LinkedTransfer|Synchronous)(Queue|Deque)");
    private static final Set<String> PUTS = Set.of("put", "putFirst", "putLast", "transfer");
    private static final Set<String> HAND_OVERS =
            Set.of("submit", "execute", "invokeAll", "supplyAsync", "runAsync", "start", "startVirtualThread", "fork");
    private static final Set<String> POOLS =
            Set.of("java/util/concurrent/ThreadPoolExecutor", "java/util/concurrent/ForkJoinPool");
    private static final Set<String> READS =
            Set.of("get", "sum", "intValue", "longValue", "getPlain", "getAcquire", "<init>", "toString");

    private final Replacements replacements = new Replacements();
    private final Function<String, Optional<ClassModel>> classes;

    /**
     * Creates a weaver.
     *
     * @param classes finds other classes of the submission by internal name
     */
    Weaver(Function<String, Optional<ClassModel>> classes) {
        this.classes = classes;
    }

    byte[] weave(byte[] original) {
        ClassFile classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy()));
        ClassModel model = classFile.parse(original);
        return classFile.transformClass(model, (builder, element) -> {
            if (element instanceof MethodModel method) {
                builder.transformMethod(method, (methodBuilder, methodElement) -> {
                    if (methodElement instanceof CodeModel code) {
                        methodBuilder.transformCode(code, instructions(method));
                    } else {
                        methodBuilder.with(methodElement);
                    }
                });
            } else if (element instanceof Superclass parent) {
                ClassDesc type = parent.superclassEntry().asSymbol();
                builder.withSuperclass(Substitutes.of(type).orElse(type));
            } else {
                builder.with(element);
            }
        });
    }

    /** Where branches meet, their types are merged, and the submission's own types are known to no other loader. */
    private ClassHierarchyResolver hierarchy() {
        ClassHierarchyResolver own = type -> classes.apply(
                        type.packageName().replace('.', '/') + "/" + type.displayName())
                .map(model -> model.flags().has(AccessFlag.INTERFACE)
                        ? ClassHierarchyResolver.ClassHierarchyInfo.ofInterface()
                        : ClassHierarchyResolver.ClassHierarchyInfo.ofClass(
                                model.superclass().map(ClassEntry::asSymbol).orElse(ConstantDescs.CD_Object)))
                .orElse(null);
        return own.orElse(ClassHierarchyResolver.defaultResolver());
    }

    private CodeTransform instructions(MethodModel method) {
        boolean initialiser = method.methodName().stringValue().startsWith("<");
        boolean locked = method.flags().has(AccessFlag.SYNCHRONIZED);
        Set<Label> passed = new HashSet<>();
        return new CodeTransform() {
            @Override
            public void atStart(CodeBuilder code) {
                if (locked) {
                    code.invokestatic(HOOKS, "inSynchronizedMethod", NOTHING);
                }
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                switch (element) {
                    case BranchInstruction branch
                    when passed.contains(branch.target()) -> {
                        code.invokestatic(HOOKS, "beforeJumpBack", NOTHING);
                        code.with(branch);
                    }
                    case Instruction instruction -> weave(code, instruction, initialiser);
                    case LabelTarget target -> {
                        passed.add(target.label());
                        code.with(target);
                    }
                    default -> code.with(element);
                }
            }
        };
    }

    private void weave(CodeBuilder code, Instruction instruction, boolean initialiser) {
        switch (instruction) {
            case InvokeInstruction call -> weaveCall(code, call);
            case InvokeDynamicInstruction call -> weaveReference(code, call);
            case NewObjectInstruction made ->
                code.new_(Substitutes.of(made.className().asSymbol())
                        .orElse(made.className().asSymbol()));
            case MonitorInstruction monitor
            when monitor.opcode() == Opcode.MONITORENTER -> {
                code.invokestatic(HOOKS, "beforeLock", NOTHING);
                code.with(instruction);
            }
            case FieldInstruction field when !initialiser && isWatched(field) -> weaveWrite(code, field);
            case ArrayStoreInstruction store when !initialiser -> weaveStore(code, store);
            default -> code.with(instruction);
        }
    }

    private void weaveCall(CodeBuilder code, InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        Optional<Replacements.Replacement> replacement = replacements.of(
                call.opcode() == Opcode.INVOKESTATIC, owner, name, call.type().stringValue());
        if (replacement.isPresent() && call.opcode() != Opcode.INVOKESPECIAL) {
            Replacements.Replacement with = replacement.get();
            code.invokestatic(with.owner(), with.name(), with.type());
            return;
        }
        if (name.equals("<init>") && weaveConstructor(code, call)) {
            return;
        }
        if (isOwnSynchronized(call)) {
            code.invokestatic(HOOKS, "beforeSynchronizedCall", NOTHING);
        }
        if (HAND_OVERS.contains(name) && (owner.startsWith("java/") || isFork(call))) {
            code.invokestatic(HOOKS, "beforeHandOver", NOTHING);
        }
        if (POOLS.contains(owner) && name.equals("<init>")) {
            code.invokestatic(HOOKS, "beforeExecutor", NOTHING);
        }
        if (owner.equals("java/util/concurrent/Executors") && name.startsWith("new")) {
            code.invokestatic(HOOKS, "beforeExecutor", NOTHING);
            code.with(call).dup().invokestatic(HOOKS, "made", MADE);
            return;
        }
        if (owner.equals("java/lang/invoke/MethodHandles$Lookup") && HANDLES_FOUND.contains(name)) {
            weaveFound(code, call);
            return;
        }
        if (owner.equals("java/lang/invoke/VarHandle")
                && HANDLE_UPDATE.matcher(name).matches()) {
            weaveHandle(code, call);
            return;
        }
        boolean atomicUpdate = ATOMIC.matcher(owner).matches() && !READS.contains(name);
        boolean lock = owner.startsWith("java/util/concurrent/locks/")
                && (name.equals("lock") || name.equals("lockInterruptibly"));
        boolean stamp = owner.equals("java/util/concurrent/locks/StampedLock") && name.equals("writeLock");
        boolean permit = owner.equals("java/util/concurrent/Semaphore") && name.startsWith("acquire");
        boolean put = BLOCKING_QUEUE.matcher(owner).matches() && PUTS.contains(name);
        if (lock || stamp) {
            code.invokestatic(HOOKS, "beforeLock", NOTHING);
        } else if (atomicUpdate || permit || put) {
            code.invokestatic(HOOKS, "beforeSynchronisation", NOTHING);
        }
        if (atomicUpdate && name.equals("set") && call.typeSymbol().parameterCount() == 1) {
            weaveAtomicSet(code, call);
            return;
        }
        code.with(call);
    }

    private boolean isOwnSynchronized(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        return LearnerPackages.contains(owner.replace('/', '.'))
                && classes.apply(owner).stream()
                        .flatMap(model -> model.methods().stream())
                        .anyMatch(method -> method.flags().has(AccessFlag.SYNCHRONIZED)
                                && method.methodName().equalsString(call.name().stringValue())
                                && method.methodType().equalsString(call.type().stringValue()));
    }

    /** Of a task that is the learner's own class, which javac then writes as the owner. */
    private static boolean isFork(InvokeInstruction call) {
        String type = call.type().stringValue();
        return call.name().equalsString("fork") && type.equals("()Ljava/util/concurrent/ForkJoinTask;")
                || call.name().equalsString("invokeAll")
                        && call.opcode() == Opcode.INVOKESTATIC
                        && (type.contains("Ljava/util/concurrent/ForkJoinTask;")
                                || type.endsWith("Ljava/util/Collection;"));
    }

    /** To set an atomic variable is to write a volatile one: what was read before may be out of date. */
    private static void weaveAtomicSet(CodeBuilder code, InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        TypeKind kind = TypeKind.from(call.typeSymbol().parameterType(0)).asLoadable();
        int value = code.allocateLocal(kind);
        code.storeLocal(kind, value)
                .dup()
                .loadConstant(owner.substring(owner.lastIndexOf('/') + 1))
                .invokestatic(HOOKS, "beforeVolatileWrite", BEFORE_WRITE)
                .loadLocal(kind, value)
                .with(call);
    }

    private static void weaveFound(CodeBuilder code, InvokeInstruction call) {
        int[] arguments = Emitter.spill(code, call.typeSymbol());
        Emitter.unspill(code, call.typeSymbol(), arguments);
        code.with(call).dup().aload(arguments[0]).aload(arguments[1]).invokestatic(HOOKS, "handleFound", FOUND);
    }

    /** A variable handle writes, as the variable would be written or as an atomic variable is. */
    private static void weaveHandle(CodeBuilder code, InvokeInstruction call) {
        String name = call.name().stringValue();
        MethodTypeDesc type = call.typeSymbol();
        boolean isPlain = name.equals("set");
        if (!isPlain) {
            code.invokestatic(HOOKS, "beforeSynchronisation", NOTHING);
        }
        if (!name.startsWith("set")) {
            code.with(call);
            return;
        }
        int[] arguments = Emitter.spill(code, type);
        code.dup();
        Emitter.loadTarget(code, type, arguments);
        code.loadConstant(isPlain ? 1 : 0).invokestatic(HOOKS, "beforeHandleWrite", BEFORE_HANDLE_WRITE);
        Emitter.unspill(code, type, arguments);
        code.with(call);
    }

    /** Constructors whose class has a substitute, called by {@code new} or by a subclass, and that of the present date. */
    private static boolean weaveConstructor(CodeBuilder code, InvokeInstruction call) {
        ClassDesc type = call.owner().asSymbol();
        Optional<ClassDesc> substitute = Substitutes.of(type);
        substitute.ifPresent(with -> code.invokespecial(with, "<init>", call.typeSymbol()));
        if (type.equals(DATE) && call.typeSymbol().parameterCount() == 0) {
            code.invokestatic(CLOCKS, "currentTimeMillis", MethodTypeDesc.of(ConstantDescs.CD_long))
                    .invokespecial(DATE, "<init>", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long));
            return true;
        }
        return substitute.isPresent();
    }

    /** Method references such as {@code Thread::sleep} and {@code list::add}. */
    private void weaveReference(CodeBuilder code, InvokeDynamicInstruction call) {
        MethodTypeDesc captured = call.typeSymbol();
        boolean changed = false;
        ConstantDesc[] arguments = call.bootstrapArgs().toArray(ConstantDesc[]::new);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof DirectMethodHandleDesc handle) {
                boolean isStatic = handle.refKind() == MethodHandleInfo.REF_invokeStatic;
                Optional<Replacements.Replacement> replacement = replacements.of(
                        isStatic, internalName(handle.owner()), handle.methodName(), handle.lookupDescriptor());
                if (replacement.isPresent()) {
                    MethodTypeDesc type = replacement.get().type();
                    arguments[i] = MethodHandleDesc.ofMethod(
                            DirectMethodHandleDesc.Kind.STATIC,
                            replacement.get().owner(),
                            replacement.get().name(),
                            type);
                    if (!isStatic && captured.parameterCount() > 0) {
                        // a bound receiver: LambdaMetafactory wants the captured type to be the parameter's exactly
                        captured = captured.changeParameterType(0, type.parameterType(0));
                    }
                    changed = true;
                }
                Optional<ClassDesc> made = handle.refKind() == MethodHandleInfo.REF_newInvokeSpecial
                        ? Substitutes.of(handle.owner())
                        : Optional.empty();
                if (made.isPresent()) {
                    arguments[i] = MethodHandleDesc.ofConstructor(
                            made.get(),
                            MethodTypeDesc.ofDescriptor(handle.lookupDescriptor())
                                    .parameterArray());
                    changed = true;
                }
            }
        }
        if (changed) {
            code.invokedynamic(
                    DynamicCallSiteDesc.of(call.bootstrapMethod(), call.name().stringValue(), captured, arguments));
        } else {
            code.with(call);
        }
    }

    private static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    private boolean isWatched(FieldInstruction field) {
        boolean write = field.opcode() == Opcode.PUTFIELD || field.opcode() == Opcode.PUTSTATIC;
        String owner = field.owner().asInternalName();
        if (!write || !LearnerPackages.contains(owner.replace('/', '.'))) {
            return false;
        }
        return classes.apply(owner).stream()
                .flatMap(model -> model.fields().stream())
                .filter(declared ->
                        declared.fieldName().equalsString(field.name().stringValue()))
                .anyMatch(declared -> !declared.flags().has(AccessFlag.FINAL)
                        && !declared.flags().has(AccessFlag.SYNTHETIC));
    }

    private boolean isVolatile(FieldInstruction field) {
        return classes.apply(field.owner().asInternalName()).stream()
                .flatMap(model -> model.fields().stream())
                .filter(declared ->
                        declared.fieldName().equalsString(field.name().stringValue()))
                .anyMatch(declared -> declared.flags().has(AccessFlag.VOLATILE));
    }

    private void weaveWrite(CodeBuilder code, FieldInstruction field) {
        String member = MemberName.of(field.owner().asSymbol(), field.name().stringValue());
        TypeKind kind = TypeKind.from(field.typeSymbol());
        String hook = isVolatile(field) ? "beforeVolatileWrite" : "beforeWrite";
        if (field.opcode() == Opcode.PUTSTATIC) {
            code.loadConstant(field.owner().asSymbol()).loadConstant(member).invokestatic(HOOKS, hook, BEFORE_WRITE);
        } else {
            int value = code.allocateLocal(kind);
            code.storeLocal(kind, value)
                    .dup()
                    .loadConstant(member)
                    .invokestatic(HOOKS, hook, BEFORE_WRITE)
                    .loadLocal(kind, value);
        }
        code.with(field);
    }

    private static void weaveStore(CodeBuilder code, ArrayStoreInstruction store) {
        TypeKind kind = store.typeKind();
        TypeKind slot = kind.asLoadable();
        int value = code.allocateLocal(slot);
        code.storeLocal(slot, value)
                .dup2()
                .invokestatic(HOOKS, "beforeStore", BEFORE_STORE)
                .loadLocal(slot, value)
                .with(store);
    }
}
