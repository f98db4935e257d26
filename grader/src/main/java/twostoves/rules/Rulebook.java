package twostoves.rules;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import twostoves.evidence.Frame;
import twostoves.grading.CheckFailure;
import twostoves.grading.Place;
import twostoves.grading.Subject;

/** Holds a submission to the rules of its exercise. */
public final class Rulebook {

    /** Where one rule is broken. */
    private record Breach(String what, Optional<Place> place) {}

    private final List<LearnerRule> rules;

    /**
     * Creates the rules of an exercise.
     *
     * @param special the rules it has beside those of every exercise
     */
    public Rulebook(LearnerRule... special) {
        this.rules = new ArrayList<>(LearnerRules.EVERYWHERE);
        this.rules.addAll(List.of(special));
    }

    private Rulebook(List<LearnerRule> rules) {
        this.rules = rules;
    }

    /**
     * Makes an exception.
     *
     * @param allowed a rule of every exercise that this one does without
     * @return the other rules
     */
    public Rulebook without(LearnerRule allowed) {
        return new Rulebook(rules.stream().filter(rule -> rule != allowed).toList());
    }

    /**
     * Checks a submission: its class, and all classes of the submission that it refers to.
     *
     * @param subject the submission
     * @throws CheckFailure for the first rule that is broken
     */
    public void check(Subject<?> subject) {
        JavaClasses classes = importer()
                .importLocations(
                        subject.classes().reachableFrom(subject.exercise().className()).values().stream()
                                .map(Location::of)
                                .toList());
        for (LearnerRule rule : rules) {
            breaches(rule, classes).stream().findFirst().ifPresent(breach -> {
                CheckFailure failure = CheckFailure.proven(
                                rule.diagnosis(), breach.what() + ": " + rule.because() + ".")
                        .at(breach.place());
                throw rule.harmful() ? failure.stoppingAll() : failure;
            });
        }
    }

    /** Importing what the JDK's classes descend from takes seconds; {@link Calls} finds it out in no time. */
    private static ClassFileImporter importer() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter();
    }

    private static List<Breach> breaches(LearnerRule rule, JavaClasses classes) {
        List<Breach> breaches = new ArrayList<>();
        var result = rule.rule().evaluate(classes);
        result.handleViolations((Collection<JavaAccess<?>> accesses, String message) ->
                accesses.forEach(access -> breaches.add(of(access))));
        result.handleViolations(
                (Collection<JavaField> fields, String message) -> fields.forEach(field -> breaches.add(of(field))));
        result.handleViolations((Collection<JavaMethod> methods, String message) ->
                methods.forEach(method -> breaches.add(of(method))));
        breaches.sort(Comparator.comparingInt(
                breach -> breach.place().map(Place::line).orElse(0)));
        return breaches;
    }

    private static Breach of(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getSimpleName();
        String name = access.getTarget().getName();
        String call = name.equals("<init>") ? "new " + owner + "(…)" : owner + "." + name;
        String className = access.getOriginOwner().getName();
        String file = access.getOriginOwner()
                .getSource()
                .flatMap(source -> source.getFileName())
                .orElse("");
        Frame frame = new Frame(className, "", file, access.getLineNumber());
        return new Breach("You call " + call, Optional.of(Place.of(frame)));
    }

    private static Breach of(JavaMethod method) {
        return new Breach(
                named(method.getOwner()) + " has a method " + method.getName() + " of its own", Optional.empty());
    }

    private static String named(JavaClass owner) {
        return owner.getSimpleName().isEmpty() ? "An anonymous class of yours" : "Your class " + owner.getSimpleName();
    }

    private static Breach of(JavaField field) {
        return new Breach("The field " + field.getName() + " is static and not final", Optional.empty());
    }
}
