package twostoves.grading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Collects the results of one session. Safe for use by several threads.
 *
 * <p>Lives in the store of JUnit's launcher session, so that checks run by Maven, by an IDE or by the command line all
 * write into the gradebook of whoever started them.
 */
public final class Gradebook {

    /** Where the session's store keeps it. */
    public static final Namespace NAMESPACE = Namespace.create(Gradebook.class);

    private static final String SEED_PROPERTY = "kata.seed";
    private static final int SEEDS = 1_000_000;

    private final long seed;
    private final BooleanSupplier givenUp;
    private final Map<String, ExerciseResult> results = new LinkedHashMap<>();
    private final List<String> defects = new ArrayList<>();

    /** Creates an empty gradebook, with the seed that the system property {@code kata.seed} gives, or a random one. */
    public Gradebook() {
        this(Long.getLong(SEED_PROPERTY, new SplittableRandom().nextInt(1, SEEDS)));
    }

    /**
     * Creates an empty gradebook.
     *
     * @param seed what randomised inputs are made from
     */
    public Gradebook(long seed) {
        this(seed, () -> false);
    }

    /**
     * Creates an empty gradebook for results that may be given up.
     *
     * @param seed what randomised inputs are made from
     * @param givenUp is asked before each check whether nobody wants to know any more
     */
    public Gradebook(long seed, BooleanSupplier givenUp) {
        this.seed = seed;
        this.givenUp = givenUp;
    }

    /** Whether no further check is to be run. */
    boolean isGivenUp() {
        return givenUp.getAsBoolean();
    }

    /**
     * Tells what randomised inputs are made from, so that a run can be repeated.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /**
     * Enters the result of an exercise, in place of an earlier one.
     *
     * @param result the result
     */
    public synchronized void enter(ExerciseResult result) {
        results.put(result.exercise().id(), result);
    }

    /**
     * Notes a defect of the grader: a failure that was seen once and not again.
     *
     * @param defect which check, and what it said
     */
    public synchronized void note(String defect) {
        defects.add(defect);
    }

    /**
     * Lists what was entered.
     *
     * @return the results, by the number of the exercise
     */
    public synchronized List<ExerciseResult> results() {
        List<ExerciseResult> sorted = new ArrayList<>(results.values());
        sorted.sort(Comparator.comparingInt(result -> result.exercise().number()));
        return sorted;
    }

    /**
     * Lists the defects of the grader that were noted.
     *
     * @return the defects, in the order in which they were seen
     */
    public synchronized List<String> defects() {
        return List.copyOf(defects);
    }
}
