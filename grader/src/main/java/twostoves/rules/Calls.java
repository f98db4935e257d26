package twostoves.rules;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;

/**
 * Predicates on what code calls or refers to. All of them see method references too, and calls through a subclass or an
 * implementing class, which plain {@code callMethod} does not.
 */
final class Calls {

    private Calls() {}

    /** Calls of methods of a type or any subtype, by a regular expression for the name. */
    static DescribedPredicate<JavaAccess<?>> to(Class<?> type, String methods) {
        return target(owner(assignableTo(type))).and(target(nameMatching(methods))).forSubtype();
    }

    /** Anything at all in a package or below. */
    static DescribedPredicate<JavaAccess<?>> into(String packageName) {
        return DescribedPredicate.describe("into " + packageName, access -> {
            String owner = access.getTargetOwner().getPackageName();
            return owner.equals(packageName) || owner.startsWith(packageName + ".");
        });
    }

    /** Asynchronous methods of {@link java.util.concurrent.CompletableFuture} that are given no executor. */
    static DescribedPredicate<JavaAccess<?>> asyncWithoutExecutor() {
        return DescribedPredicate.describe("to an async method without executor", access -> {
            if (!access.getTargetOwner().getName().equals("java.util.concurrent.CompletableFuture")
                    || !access.getTarget().getName().endsWith("Async")) {
                return false;
            }
            Optional<List<JavaClass>> parameters = access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget unit
                    ? Optional.of(unit.getRawParameterTypes())
                    : Optional.empty();
            return parameters
                    .map(types -> types.stream()
                            .noneMatch(type -> type.getName().equals("java.util.concurrent.Executor")))
                    .orElse(false);
        });
    }
}
