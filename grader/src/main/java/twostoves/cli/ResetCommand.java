package twostoves.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import twostoves.grading.Exercise;
import twostoves.workspace.Repository;
import twostoves.workspace.Stub;

/** Puts a stub back. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Put the stub of an exercise back. Asks first, and keeps a copy of what you wrote.")
final class ResetCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", description = "An exercise, such as fetch-all.")
    private String id;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    ResetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Exercise exercise = Exercises.named(id);
        Repository repository = surroundings.repository();
        Stub stub = Stub.of(exercise);
        Terminal terminal = surroundings.terminal();
        String file = surroundings.nameOf(repository.source(exercise));
        if (stub.isThere(repository)) {
            terminal.line(file + " is the stub: there is nothing to reset.");
            return ExitCode.SOLVED;
        }
        if (!yes && !agrees(file)) {
            terminal.line("Nothing was changed.");
            return ExitCode.NOT_SOLVED;
        }
        Optional<Path> copy = stub.restore(repository);
        terminal.line("The stub is back."
                + copy.map(it -> " Yours is in " + surroundings.nameOf(it) + ".")
                        .orElse(""));
        return ExitCode.SOLVED;
    }

    /** Where nobody answers, nobody has agreed. */
    private boolean agrees(String file) throws IOException {
        Terminal terminal = surroundings.terminal();
        terminal.line("Put the stub back in the place of your " + file + "? A copy of yours is kept. [y/N]");
        terminal.out().flush();
        String answer = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
        return answer != null && Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
