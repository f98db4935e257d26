package twostoves.cli;

import java.util.List;
import picocli.CommandLine.Command;
import twostoves.checks.Curriculum;
import twostoves.console.ExerciseList;
import twostoves.grading.Exercise;
import twostoves.workspace.Repository;
import twostoves.workspace.Results;

/** Lists the exercises. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the exercises, with what came of each when it was last graded, and what comes next.")
final class ListCommand implements Runnable {

    private final Surroundings surroundings;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        Repository repository = surroundings.repository();
        Results results = Results.of(repository);
        List<Exercise> exercises = Curriculum.exercises();
        Terminal terminal = surroundings.terminal();
        ExerciseList list = new ExerciseList(exercises, results, terminal.type());
        for (ExerciseList.Line line : list.lines()) {
            terminal.line(line.exercise().isPresent() ? "  " + line.text() : line.text());
        }
        terminal.line(list.sum());
        results.next(exercises)
                .ifPresent(exercise -> terminal.line("Next: " + surroundings.nameOf(repository.source(exercise))
                        + ", then " + terminal.style().command() + " check " + exercise.id()));
    }
}
