package twostoves.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much each exercise counts in gradebooks and on platforms. An exercise that is not named counts once; the points of
 * the neutral report stay as they are.
 *
 * @param byExercise the weight by the id of the exercise, from 0 to {@value #HIGHEST}; in the order of the ids
 */
public record Weights(Map<String, Integer> byExercise) {

    /** Every exercise counts once. */
    public static final Weights EQUAL = new Weights(Map.of());

    /** The highest weight. */
    public static final int HIGHEST = 1000;

    /**
     * Creates weights; copies what it is given.
     *
     * @throws IllegalArgumentException if one is below 0 or above {@value #HIGHEST}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Weights {
        byExercise = Collections.unmodifiableMap(new TreeMap<>(byExercise));
        byExercise.forEach((exercise, weight) -> {
            if (weight < 0 || weight > HIGHEST) {
                throw new IllegalArgumentException(
                        "the weight of " + exercise + " is " + weight + ", not from 0 to " + HIGHEST);
            }
        });
    }

    /** In JSON, weights are an object whose keys are the ids of exercises. */
    @JsonValue
    @Override
    public Map<String, Integer> byExercise() {
        return byExercise;
    }

    /**
     * Tells how much an exercise counts.
     *
     * @param exercise its id
     * @return its weight; 1 if none was set
     */
    public int of(String exercise) {
        return byExercise.getOrDefault(exercise, 1);
    }

    /**
     * Tells whether every exercise counts once.
     *
     * @return whether nothing differs from the neutral report
     */
    public boolean areEqual() {
        return byExercise.values().stream().allMatch(weight -> weight == 1);
    }
}
