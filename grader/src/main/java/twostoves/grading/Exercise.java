package twostoves.grading;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.kit.ConstructedWith;

/**
 * One exercise and the fixed list of its checks, known before anything runs.
 *
 * @param id the id in kebab-case
 * @param number its place in the curriculum
 * @param track its track
 * @param className the binary name of the class that the learner writes
 * @param contract the interface that class implements
 * @param checks the checks, in the order in which they run
 */
public record Exercise(
        String id, int number, Track track, String className, Class<?> contract, List<CheckSpec> checks) {

    private static final String SUFFIX = "Contract";

    /** To read them all takes a tenth of a second, and every command asks for them again and again. */
    private static final ClassValue<Exercise> READ = new ClassValue<>() {
        @Override
        protected Exercise computeValue(Class<?> checks) {
            return read(checks);
        }
    };

    /**
     * What is known of a check before it runs.
     *
     * @param id the id in kebab-case, unique within the exercise
     * @param sentence what it demands, a sentence with the submission as subject
     * @param kind what it looks at
     * @param points its weight
     * @param needs the ids of the checks that must have passed before
     */
    public record CheckSpec(String id, String sentence, Kind kind, int points, Set<String> needs) {

        static CheckSpec of(Method method) {
            Check check = method.getAnnotation(Check.class);
            String sentence = method.getAnnotation(DisplayName.class).value();
            return new CheckSpec(check.id(), sentence, check.kind(), check.points(), Set.of(check.needs()));
        }
    }

    /** Creates an exercise; copies what it is given. */
    public Exercise {
        checks = List.copyOf(checks);
    }

    /**
     * Reads an exercise off its class of checks.
     *
     * @param checks a class annotated with {@link Grades}, or a subclass of one
     * @return the exercise
     */
    public static Exercise of(Class<?> checks) {
        return READ.get(checks);
    }

    private static Exercise read(Class<?> checks) {
        Grades grades = checks.getAnnotation(Grades.class);
        String contract = grades.contract().getSimpleName();
        String simpleName = contract.substring(0, contract.length() - SUFFIX.length());
        List<CheckSpec> specs = Stream.<Class<?>>iterate(checks, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Check.class))
                .sorted(Comparator.comparingInt(
                        method -> method.getAnnotation(Order.class).value()))
                .map(CheckSpec::of)
                .toList();
        String className = "twostoves." + grades.track().id() + "." + simpleName;
        return new Exercise(grades.id(), grades.number(), grades.track(), className, grades.contract(), specs);
    }

    /**
     * Names the exercise for people.
     *
     * @return the id with a capital and blanks, such as {@code Fetch all}
     */
    public String title() {
        String words = id.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * Adds up the points of all checks.
     *
     * @return the highest score
     */
    public int maxScore() {
        return checks.stream().mapToInt(CheckSpec::points).sum();
    }

    /**
     * Tells what the learner's constructor is given.
     *
     * @return the types of its parameters; none unless the contract is {@linkplain ConstructedWith constructed with} any
     */
    public Class<?>[] constructorParameters() {
        ConstructedWith with = contract.getAnnotation(ConstructedWith.class);
        return with == null ? new Class<?>[0] : with.value();
    }

    /**
     * Tells where the learner's class lies within a module.
     *
     * @return a path relative to the module, with forward slashes
     */
    public String sourceFile() {
        return "src/main/java/" + className.replace('.', '/') + ".java";
    }
}
