package twostoves.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.Track;
import twostoves.workspace.Results;

/** Sets the list of all exercises for a terminal, with what came of each when it was last graded. */
public final class ExerciseList {

    private final List<Exercise> exercises;
    private final Results results;
    private final Type type;
    private final int widest;

    /**
     * Creates a list.
     *
     * @param exercises the exercises, in their order
     * @param results what came of them
     * @param type how the list looks
     */
    public ExerciseList(List<Exercise> exercises, Results results, Type type) {
        this.exercises = exercises;
        this.results = results;
        this.type = type;
        this.widest = exercises.stream()
                .mapToInt(exercise -> exercise.id().length())
                .max()
                .orElse(0);
    }

    /**
     * A line of the list.
     *
     * @param text what it says
     * @param exercise the exercise that it is about; empty for a heading or a blank line
     */
    public record Line(String text, Optional<Exercise> exercise) {}

    /**
     * Sets the list.
     *
     * @return for each track a heading, a line for each of its exercises, and a blank line
     */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Track track : Track.values()) {
            List<Exercise> ofTrack = exercises.stream()
                    .filter(exercise -> exercise.track() == track)
                    .toList();
            if (!ofTrack.isEmpty()) {
                lines.add(new Line(type.bold(track.title()), Optional.empty()));
                ofTrack.forEach(exercise -> lines.add(new Line(line(exercise), Optional.of(exercise))));
                lines.add(new Line("", Optional.empty()));
            }
        }
        return lines;
    }

    private String line(Exercise exercise) {
        String id = exercise.id() + " ".repeat(widest - exercise.id().length());
        return String.format(Locale.ROOT, "%2d  %s  %s", exercise.number(), id, state(exercise));
    }

    private String state(Exercise exercise) {
        return results.of(exercise).map(this::state).orElse("not graded yet");
    }

    private String state(Results.Result result) {
        String name = String.format(Locale.ROOT, "%-8s", result.status().id());
        String points = String.format(Locale.ROOT, " %2d of %d", result.score(), result.maxScore());
        return switch (result.status()) {
            case SOLVED -> type.green(name) + points;
            case UNSOLVED -> name + points;
            case FAILED, BROKEN, ERROR ->
                name
                        + points
                        + result.diagnosis()
                                .map(Diagnosis::id)
                                .map(id -> "  " + id)
                                .orElse("");
        };
    }

    /**
     * Says how far the learner is.
     *
     * @return such as {@code 3 of 22 exercises solved.}
     */
    public String sum() {
        long solved = exercises.stream().filter(results::isSolved).count();
        return solved + " of " + exercises.size() + " exercises solved.";
    }
}
