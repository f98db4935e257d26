package twostoves.racewatch;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Method references such as {@code list::add}: each gets a method of the class in its place, in which the call can be seen. */
final class MethodReferences {

    private static final String METAFACTORY = "Ljava/lang/invoke/LambdaMetafactory;";
    private static final String BRIDGE = "kata$reference$";

    private final LearnerClass owner;
    private final List<Bridge> bridges = new ArrayList<>();

    MethodReferences(LearnerClass owner) {
        this.owner = owner;
    }

    private record Bridge(
            String name, MethodTypeDesc type, LearnerCalls.Call call, LearnerCalls.Siting siting, int line) {}

    /** Writes an instruction that makes a function object. */
    void write(
            CodeBuilder code, InvokeDynamicInstruction made, LearnerCalls calls, LearnerCalls.Siting siting, int line) {
        Optional<DirectMethodHandleDesc> referred = referred(made);
        Optional<LearnerCalls.Call> call = referred.map(MethodReferences::call).filter(calls::isWatched);
        if (call.isEmpty()) {
            code.with(made);
            return;
        }
        MethodTypeDesc type = bridgeType(referred.get().invocationType(), made.typeSymbol());
        Bridge bridge = new Bridge(BRIDGE + bridges.size(), type, call.get(), siting, line);
        bridges.add(bridge);
        ConstantDesc[] arguments = made.bootstrapArgs().toArray(new ConstantDesc[0]);
        arguments[1] = MethodHandleDesc.ofMethod(
                owner.isInterface() ? Kind.INTERFACE_STATIC : Kind.STATIC, owner.type(), bridge.name(), bridge.type());
        code.invokedynamic(DynamicCallSiteDesc.of(
                made.bootstrapMethod(), made.name().stringValue(), made.typeSymbol(), arguments));
    }

    /** A method may be inherited from a class above the captured object's; of a static method the metafactory wants that type. */
    private static MethodTypeDesc bridgeType(MethodTypeDesc referred, MethodTypeDesc captured) {
        return captured.parameterCount() == 0 ? referred : referred.changeParameterType(0, captured.parameterType(0));
    }

    private static Optional<DirectMethodHandleDesc> referred(InvokeDynamicInstruction made) {
        boolean isFunction = made.bootstrapMethod().owner().descriptorString().equals(METAFACTORY)
                && made.bootstrapArgs().size() >= 3;
        return isFunction
                        && made.bootstrapArgs().get(1) instanceof DirectMethodHandleDesc handle
                        && (handle.kind() == Kind.VIRTUAL || handle.kind() == Kind.INTERFACE_VIRTUAL)
                        && !handle.owner().isArray()
                ? Optional.of(handle)
                : Optional.empty();
    }

    private static LearnerCalls.Call call(DirectMethodHandleDesc handle) {
        Opcode opcode = handle.kind() == Kind.INTERFACE_VIRTUAL ? Opcode.INVOKEINTERFACE : Opcode.INVOKEVIRTUAL;
        return new LearnerCalls.Call(
                opcode,
                handle.owner(),
                handle.methodName(),
                handle.invocationType().dropParameterTypes(0, 1));
    }

    /** Adds the methods to the class. */
    void writeBridges(ClassBuilder builder) {
        LearnerCalls calls = new LearnerCalls(owner);
        for (Bridge bridge : bridges) {
            builder.withMethodBody(
                    bridge.name(),
                    bridge.type(),
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> write(code, bridge, calls));
        }
    }

    private static void write(CodeBuilder code, Bridge bridge, LearnerCalls calls) {
        int slot = 0;
        for (ClassDesc parameter : bridge.type().parameterList()) {
            TypeKind kind = TypeKind.from(parameter);
            code.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
        code.lineNumber(bridge.line());
        LearnerCalls.Call call = bridge.call();
        calls.write(code, call, bridge.siting(), body -> {
            if (call.opcode() == Opcode.INVOKEINTERFACE) {
                body.invokeinterface(call.owner(), call.name(), call.type());
            } else {
                body.invokevirtual(call.owner(), call.name(), call.type());
            }
        });
        code.return_(TypeKind.from(bridge.type().returnType()));
    }
}
