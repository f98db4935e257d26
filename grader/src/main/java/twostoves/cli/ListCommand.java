package twostoves.cli;

import picocli.CommandLine.Command;

/** Lists the exercises. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the exercises, with what came of them when they were last graded.")
final class ListCommand implements Runnable {

    private final Surroundings surroundings;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        new Progress(surroundings).show();
    }
}
