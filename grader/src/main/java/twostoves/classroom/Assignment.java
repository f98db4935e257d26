package twostoves.classroom;

import java.util.List;
import twostoves.grading.Exercise;
import twostoves.report.Weights;

/**
 * What a class is marked on.
 *
 * @param title what gradebooks call it
 * @param exercises which exercises count, by number; at least one
 * @param weights how much each of them counts
 */
public record Assignment(String title, List<Exercise> exercises, Weights weights) {

    /** What gradebooks call it where the teacher has said nothing. */
    public static final String TITLE = "Two Stoves";

    /** Creates an assignment; copies what it is given. */
    public Assignment {
        exercises = List.copyOf(exercises);
    }

    List<String> exerciseIds() {
        return exercises.stream().map(Exercise::id).toList();
    }

    int maxScore() {
        return exercises.stream()
                .mapToInt(exercise -> exercise.maxScore() * weights.of(exercise.id()))
                .sum();
    }
}
