package twostoves.racewatch;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The calls in a class of the learner's, and what is put around them or in their place. */
final class LearnerCalls {

    private static final String KIT = "twostoves/kit/";
    private static final String LOCKS = "java/util/concurrent/locks/";
    private static final ClassDesc LOCK = ClassDesc.of("java.util.concurrent.locks.Lock");
    private static final ClassDesc CONDITION = ClassDesc.of("java.util.concurrent.locks.Condition");
    private static final ClassDesc STAMPED_LOCK = ClassDesc.of("java.util.concurrent.locks.StampedLock");

    private static final Set<String> OWNED_LOCKS =
            Set.of(LOCKS + "Lock", LOCKS + "ReentrantLock", LOCKS + "ReentrantReadWriteLock$WriteLock");

    /** By name and type, what is called in place of Object's methods. */
    private static final Map<String, String> MONITOR_METHODS = Map.of(
            "wait()V", "await",
            "wait(J)V", "await",
            "wait(JI)V", "await",
            "notify()V", "wakeOne",
            "notifyAll()V", "wakeAll");

    private static final Set<String> LOCK_METHODS = Set.of(
            "lock()V", "lockInterruptibly()V", "tryLock()Z", "tryLock(JLjava/util/concurrent/TimeUnit;)Z", "unlock()V");

    private static final Set<String> CONDITION_METHODS =
            Set.of("await()V", "awaitUninterruptibly()V", "await(JLjava/util/concurrent/TimeUnit;)Z", "awaitNanos(J)J");

    private static final Set<String> STAMPED_METHODS = Set.of("tryOptimisticRead()J", "validate(J)Z");

    private final LearnerClass type;

    LearnerCalls(LearnerClass type) {
        this.type = type;
    }

    /**
     * One call.
     *
     * @param opcode how it is made
     * @param owner the class it names
     * @param name the method
     * @param type its parameters without the object, and what it returns
     */
    record Call(Opcode opcode, ClassDesc owner, String name, MethodTypeDesc type) {

        boolean hasObject() {
            return opcode == Opcode.INVOKEVIRTUAL || opcode == Opcode.INVOKEINTERFACE;
        }

        String ownerName() {
            String descriptor = owner.descriptorString();
            return owner.isArray() ? descriptor : descriptor.substring(1, descriptor.length() - 1);
        }

        String nameAndType() {
            return name + type.descriptorString();
        }

        String told() {
            return Calls.told(owner, name);
        }
    }

    /** Makes numbers of sites in the method and line where the call is. */
    @FunctionalInterface
    interface Siting {
        int site(String what, Deed deed);
    }

    /**
     * Whether there is anything to see in calls of a method.
     *
     * @param call the call
     */
    boolean isWatched(Call call) {
        return call.hasObject()
                && (Calls.areWatched(call.ownerName())
                        || replacement(call).isPresent()
                        || kitDeed(call).isPresent());
    }

    /** Writes a call; {@code itself} writes the call proper, whose arguments are on the stack. */
    void write(CodeBuilder code, Call call, Siting siting, Consumer<CodeBuilder> itself) {
        Optional<Replacement> replacement = replacement(call);
        if (replacement.isPresent()) {
            replacement.get().write(code, call, siting);
            return;
        }
        Calls.passed(call.ownerName(), call.name(), call.type())
                .ifPresent(passed -> passed(code, call, passed, siting));
        Optional<Deed> kitDeed = kitDeed(call);
        if (kitDeed.isPresent()) {
            int[] arguments = Emitter.spill(code, call.type());
            code.dup().loadConstant(siting.site(call.told(), kitDeed.get()));
            Emitter.hook(code, Emitter.LEARNER_HOOKS, "kitCall", CD_Object, CD_int);
            Emitter.unspill(code, call.type(), arguments);
            itself.accept(code);
        } else if (call.hasObject() && Calls.areWatched(call.ownerName())) {
            watched(code, call, siting, itself);
        } else {
            itself.accept(code);
        }
    }

    private Optional<Deed> kitDeed(Call call) {
        return call.hasObject() && call.ownerName().startsWith(KIT)
                ? type.files().deedOf(call.ownerName(), call.nameAndType())
                : Optional.empty();
    }

    private static void passed(CodeBuilder code, Call call, Calls.Passed passed, Siting siting) {
        int[] arguments = Emitter.spill(code, call.type());
        code.aload(arguments[passed.argument()]);
        String what = call.name().equals("<init>") ? "new " + MemberName.simple(call.owner()) : call.told();
        code.loadConstant(siting.site(what, passed.deed()));
        Emitter.hook(code, Emitter.LEARNER_HOOKS, "passed", CD_Object, CD_int);
        Emitter.unspill(code, call.type(), arguments);
    }

    private static void watched(CodeBuilder code, Call call, Siting siting, Consumer<CodeBuilder> itself) {
        MethodTypeDesc type = call.type();
        int site = siting.site(call.told(), Calls.deed(call.ownerName(), call.name(), type));
        int[] arguments = Emitter.spill(code, type);
        int object = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(object).aload(object);
        if (type.parameterCount() > 0) {
            Emitter.loadBoxed(code, type.parameterType(0), arguments[0]);
        } else {
            code.aconst_null();
        }
        code.loadConstant(site);
        Emitter.hook(code, Emitter.LEARNER_HOOKS, "call", CD_Object, CD_Object, CD_int);
        code.aload(object);
        Emitter.unspill(code, type, arguments);
        itself.accept(code);
        if (call.ownerName().startsWith("java/util/") && !type.returnType().equals(ConstantDescs.CD_void)) {
            TypeKind kind = TypeKind.from(type.returnType());
            int value = code.allocateLocal(kind);
            code.storeLocal(kind, value).aload(object);
            Emitter.loadBoxed(code, type.returnType(), value);
            code.loadConstant(site);
            Emitter.hook(code, Emitter.LEARNER_HOOKS, "returned", CD_Object, CD_Object, CD_int);
            code.loadLocal(kind, value);
        }
    }

    /** A static method that is called instead, with the object, the arguments and a site. */
    private record Replacement(ClassDesc hooks, String method, ClassDesc object, Deed deed) {

        void write(CodeBuilder code, Call call, Siting siting) {
            code.loadConstant(siting.site(call.told(), deed));
            code.invokestatic(
                    hooks,
                    method,
                    call.type()
                            .insertParameterTypes(0, object)
                            .insertParameterTypes(call.type().parameterCount() + 1, CD_int));
        }
    }

    private static Optional<Replacement> replacement(Call call) {
        String owner = call.ownerName();
        String method = call.nameAndType();
        if (!call.hasObject()) {
            return Optional.empty();
        }
        if (MONITOR_METHODS.containsKey(method)) {
            Deed deed = call.name().equals("wait") ? Deed.WAIT : Deed.NONE;
            return Optional.of(new Replacement(Emitter.LEARNER_HOOKS, MONITOR_METHODS.get(method), CD_Object, deed));
        }
        if (OWNED_LOCKS.contains(owner) && LOCK_METHODS.contains(method)) {
            Deed deed = call.name().startsWith("lock") ? Deed.LOCK : Deed.NONE;
            return Optional.of(new Replacement(Emitter.LOCK_HOOKS, call.name(), LOCK, deed));
        }
        if (owner.equals(LOCKS + "Condition") && CONDITION_METHODS.contains(method)) {
            return Optional.of(new Replacement(Emitter.LOCK_HOOKS, call.name(), CONDITION, Deed.WAIT));
        }
        if (owner.equals(LOCKS + "StampedLock") && STAMPED_METHODS.contains(method)) {
            return Optional.of(new Replacement(Emitter.LOCK_HOOKS, call.name(), STAMPED_LOCK, Deed.NONE));
        }
        return Optional.empty();
    }
}
