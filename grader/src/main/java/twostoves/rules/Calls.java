package twostoves.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import twostoves.evidence.LearnerPackages;

/**
 * Predicates on what code calls or refers to. All of them see method references too, and calls through a subclass or an
 * implementing class, which plain {@code callMethod} does not.
 */
final class Calls {

    private Calls() {}

    /** Calls of methods of a type or any subtype, by a regular expression for the name. */
    static DescribedPredicate<JavaAccess<?>> to(Class<?> type, String methods) {
        Pattern pattern = Pattern.compile(methods);
        return DescribedPredicate.describe(
                "to " + type.getSimpleName() + "." + methods,
                access ->
                        pattern.matcher(access.getTarget().getName()).matches() && isA(access.getTargetOwner(), type));
    }

    /**
     * Climbs from the learner's classes, which ArchUnit has imported, to the JDK's, which this process has loaded: to import
     * those too would take seconds.
     */
    static boolean isA(JavaClass owner, Class<?> type) {
        if (owner.getName().equals(type.getName())) {
            return true;
        }
        if (LearnerPackages.contains(owner.getName())) {
            return owner.getRawSuperclass().filter(parent -> isA(parent, type)).isPresent()
                    || owner.getRawInterfaces().stream().anyMatch(parent -> isA(parent, type));
        }
        try {
            return type.isAssignableFrom(Class.forName(owner.getName(), false, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException | LinkageError notOfTheJdk) {
            return false;
        }
    }

    /** Anything at all in a package or below. */
    static DescribedPredicate<JavaAccess<?>> into(String packageName) {
        return DescribedPredicate.describe("into " + packageName, access -> {
            String owner = access.getTargetOwner().getPackageName();
            return owner.equals(packageName) || owner.startsWith(packageName + ".");
        });
    }

    /** Anything of the grader's that is not meant for learners. */
    static DescribedPredicate<JavaAccess<?>> intoGrader() {
        return DescribedPredicate.describe("into the grader", access -> {
            String owner = access.getTargetOwner().getName();
            return owner.startsWith("twostoves.")
                    && !owner.startsWith("twostoves.kit.")
                    && !owner.startsWith("twostoves.contract.")
                    && !LearnerPackages.contains(owner);
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
                    .map(types ->
                            types.stream().noneMatch(type -> type.getName().equals("java.util.concurrent.Executor")))
                    .orElse(false);
        });
    }

    /** Bulk operations of {@link ConcurrentHashMap}: those that are told from which size on they are parallel. */
    static DescribedPredicate<JavaAccess<?>> bulkOperation() {
        Pattern names = Pattern.compile("(forEach|search|reduce).*");
        return DescribedPredicate.describe(
                "to a bulk operation of ConcurrentHashMap",
                access -> names.matcher(access.getTarget().getName()).matches()
                        && isA(access.getTargetOwner(), ConcurrentHashMap.class)
                        && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget unit
                        && unit.getRawParameterTypes().stream()
                                .findFirst()
                                .filter(first -> first.isEquivalentTo(long.class))
                                .isPresent());
    }
}
