package twostoves.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;

/** Finds exercises by the names that people type. */
final class Exercises {

    private Exercises() {}

    /**
     * Finds exercises.
     *
     * @param ids their ids; all exercises if there are none
     * @return the exercises, by number, each once
     * @throws WrongUseException if there is no exercise of such a name
     */
    static List<Exercise> named(List<String> ids) {
        List<Exercise> all = Curriculum.exercises();
        for (String id : ids) {
            one(id, all);
        }
        return all.stream()
                .filter(exercise -> ids.isEmpty() || ids.contains(exercise.id()))
                .toList();
    }

    /**
     * Finds one exercise.
     *
     * @throws WrongUseException if there is no exercise of that name
     */
    static Exercise named(String id) {
        return one(id, Curriculum.exercises());
    }

    private static Exercise one(String id, List<Exercise> all) {
        return all.stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id, all.stream().map(Exercise::id).toList()));
    }

    private static WrongUseException unknown(String id, List<String> known) {
        Optional<String> meant = Similar.to(id, known);
        return new WrongUseException("Unknown exercise: \"" + id + "\". "
                + meant.map(name -> "Did you mean " + name + "? ").orElse("")
                + known.stream().collect(Collectors.joining(", ", "Known: ", ".")));
    }
}
