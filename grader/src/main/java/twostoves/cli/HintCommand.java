package twostoves.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import twostoves.console.HintText;
import twostoves.grading.Exercise;
import twostoves.pages.ExercisePage;
import twostoves.pages.Hint;
import twostoves.workspace.HintMemory;

/** Shows the next hint of an exercise. */
@Command(
        name = "hint",
        mixinStandardHelpOptions = true,
        description = "Show the next hint of an exercise, one at a time.")
final class HintCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", description = "An exercise, such as fetch-all.")
    private String id;

    @ArgGroup
    private Choice choice = new Choice();

    private static final class Choice {
        @Option(names = "-n", paramLabel = "N", description = "Show this hint, whatever was shown before.")
        private Optional<Integer> number = Optional.empty();

        @Option(names = "--all", description = "Show all hints.")
        private boolean all;
    }

    HintCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Exercise exercise = Exercises.named(id);
        List<Hint> hints = ExercisePage.of(exercise.id()).hints();
        if (choice.all) {
            hints.forEach(hint -> show(hint, hints.size()));
        } else if (choice.number.isPresent()) {
            show(chosen(choice.number.get(), hints), hints.size());
        } else {
            showNext(hints);
        }
        return ExitCode.SOLVED;
    }

    private Hint chosen(int number, List<Hint> hints) {
        if (number < 1 || number > hints.size()) {
            throw new WrongUseException(
                    "There is no hint " + number + " for " + id + "; there are " + hints.size() + ".");
        }
        return hints.get(number - 1);
    }

    private void showNext(List<Hint> hints) throws IOException {
        Terminal terminal = surroundings.terminal();
        HintMemory memory = new HintMemory(surroundings.repository());
        int shown = memory.shown(id);
        String command = terminal.style().command() + " hint " + id;
        if (shown >= hints.size()) {
            terminal.line("You have seen all " + hints.size() + " hints for " + id + ". Again: " + command + " --all");
            return;
        }
        show(hints.get(shown), hints.size());
        memory.remember(id, shown + 1);
        if (shown + 1 < hints.size()) {
            terminal.line("When you have tried this, the next one: " + command);
        }
    }

    private void show(Hint hint, int count) {
        Terminal terminal = surroundings.terminal();
        HintText.lines(hint, count, terminal.type()).forEach(terminal::line);
        terminal.line("");
    }
}
