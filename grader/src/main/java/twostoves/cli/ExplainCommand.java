package twostoves.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import twostoves.grading.Diagnosis;
import twostoves.pages.MisconceptionPage;
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
        MisconceptionPage page = MisconceptionPages.load().of(diagnosis);
        Terminal terminal = surroundings.terminal();
        terminal.line(terminal.bold(page.id()) + ": " + page.title());
        paragraph("How it shows", page.shows());
        paragraph("Why it matters", page.matters());
        paragraph("What to do", page.todo());
        page.picture().ifPresent(picture -> {
            terminal.line("");
            picture.lines().forEach(line -> terminal.line("    " + line));
        });
    }

    private void paragraph(String heading, String text) {
        Terminal terminal = surroundings.terminal();
        terminal.line("");
        terminal.line(terminal.bold(heading));
        Wrapped.lines(text, terminal.style().width()).forEach(terminal::line);
    }

    private WrongUseException unknown() {
        List<String> known =
                Arrays.stream(Diagnosis.values()).map(Diagnosis::id).toList();
        Optional<String> meant = Similar.to(id, known);
        return new WrongUseException("Unknown diagnosis: \"" + id + "\". "
                + meant.map(name -> "Did you mean " + name + "?").orElse("All of them are in docs/misconceptions.md."));
    }
}
