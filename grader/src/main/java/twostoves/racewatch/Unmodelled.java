package twostoves.racewatch;

import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Optional;
import java.util.Set;

/** What orders threads, or reaches variables, in ways that are not seen: where it is used, nothing is said of races. */
final class Unmodelled {

    private static final Set<String> LOOKUPS = Set.of(
            "findGetter", "findSetter", "findStaticGetter", "findStaticSetter", "unreflectGetter", "unreflectSetter");

    private Unmodelled() {}

    /** The name of what a call does that is not modelled; empty for all ordinary calls. */
    static Optional<String> in(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        boolean is = owner.equals("java/lang/invoke/VarHandle") && name.endsWith("Fence")
                || owner.equals("sun/misc/Unsafe")
                || owner.startsWith("jdk/internal/")
                || owner.equals("java/lang/reflect/Field") && (name.startsWith("get") || name.startsWith("set"))
                || owner.equals("java/lang/invoke/MethodHandles$Lookup") && LOOKUPS.contains(name)
                || owner.startsWith("java/lang/foreign/");
        return is
                ? Optional.of(owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + name)
                : Optional.empty();
    }
}
