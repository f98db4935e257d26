package twostoves.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.watch.LearnersLoop;

/** The learner's loop. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Judge an exercise whenever you save it: the one named, or the next that is not solved.",
            "Keys show hints, explain mistakes and lead from exercise to exercise. Without a terminal, type letters"
                    + " and Enter; when standard input ends, so does this, with the exit code of the last verdict."
        })
final class WatchCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "An exercise, such as fetch-all.")
    private Optional<String> id = Optional.empty();

    WatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Exercise> first = id.map(Exercises::named);
        Terminal terminal = surroundings.terminal();
        LearnersLoop loop =
                new LearnersLoop(surroundings.repository(), surroundings::nameOf, terminal.style(), surroundings::open);
        return exitCode(
                terminal.takesKeys() ? loop.atTerminal(first) : loop.inLines(terminal.in(), terminal.out(), first));
    }

    private static int exitCode(ExerciseResult.Status status) {
        return Map.of(
                        ExerciseResult.Status.SOLVED, ExitCode.SOLVED,
                        ExerciseResult.Status.ERROR, ExitCode.GRADER_FAILED)
                .getOrDefault(status, ExitCode.NOT_SOLVED);
    }
}
