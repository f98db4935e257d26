package twostoves.cli;

import twostoves.pages.MisconceptionPages;
import twostoves.report.ConsoleBoard;
import twostoves.report.Report;
import twostoves.sandbox.Submission;

/** Shows a report at the terminal. */
final class Board {

    private Board() {}

    static void show(Report report, Submission submission, Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        String board = new ConsoleBoard(
                        MisconceptionPages.load(),
                        terminal.style().withModule(surroundings.nameOf(submission.module())))
                .render(report);
        terminal.out().print(board);
        terminal.out().flush();
    }
}
