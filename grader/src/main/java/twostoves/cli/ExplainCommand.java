package twostoves.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import twostoves.console.Explanation;
import twostoves.grading.Diagnosis;
import twostoves.pages.MisconceptionPages;

/** Explains a diagnosis. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explain a diagnosis: how it shows, why it matters, what to do.")
final class ExplainCommand implements Runnable {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIAGNOSIS", description = "A name from a verdict, such as submit-then-wait.")
    private String id;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        Diagnosis diagnosis = Diagnosis.byId(id).orElseThrow(this::unknown);
        Terminal terminal = surroundings.terminal();
        Explanation.lines(MisconceptionPages.load().of(diagnosis), terminal.type())
                .forEach(terminal::line);
    }

    private WrongUseException unknown() {
        List<String> known =
                Arrays.stream(Diagnosis.values()).map(Diagnosis::id).toList();
        Optional<String> meant = Similar.to(id, known);
        return new WrongUseException("Unknown diagnosis: \"" + id + "\". "
                + meant.map(name -> "Did you mean " + name + "?").orElse("All of them are in docs/misconceptions.md."));
    }
}
