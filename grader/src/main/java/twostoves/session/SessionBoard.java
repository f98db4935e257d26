package twostoves.session;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Gradebook;
import twostoves.pages.MisconceptionPages;
import twostoves.report.ConsoleBoard;
import twostoves.report.ConsoleStyle;
import twostoves.report.HtmlReport;
import twostoves.report.JsonReport;
import twostoves.report.Report;
import twostoves.report.Session;
import twostoves.report.Sources;

/**
 * Reports on a session when it is closed, or when the process ends before: a submission may call {@code System.exit}.
 */
final class SessionBoard {

    private final Settings settings;
    private final Gradebook book;
    private final CurrentCheck current;
    private final PrintStream out;
    private final Instant startedAt = Instant.now();
    private final long start = System.nanoTime();
    private final Thread hook = Thread.ofPlatform().unstarted(this::processEnds);

    private SessionBoard(Settings settings, Gradebook book, CurrentCheck current, PrintStream out) {
        this.settings = settings;
        this.book = book;
        this.current = current;
        this.out = out;
    }

    static SessionBoard open(Settings settings, Gradebook book, CurrentCheck current, PrintStream out) {
        SessionBoard board = new SessionBoard(settings, book, current, out);
        Runtime.getRuntime().addShutdownHook(board.hook);
        return board;
    }

    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook is at it
            return;
        }
        report();
    }

    void processEnds() {
        current.stopped().ifPresent(book::enter);
        report();
    }

    private void report() {
        List<ExerciseResult> results = book.results();
        if (results.isEmpty()) {
            return;
        }
        List<Exercise> exercises =
                results.stream().map(ExerciseResult::exercise).toList();
        Session session = new Session(
                settings.submission(),
                startedAt,
                Duration.ofNanos(System.nanoTime() - start),
                book.seed(),
                Runtime.getRuntime().availableProcessors(),
                book.defects());
        Report report = Report.of(session, results, exercises);
        report = settings.module().map(Sources::in).map(report::quoting).orElse(report);
        ConsoleStyle style = ConsoleStyle.PLAIN.withModule(settings.submission());
        out.print(new ConsoleBoard(MisconceptionPages.load(), style).render(report));
        try {
            JsonReport.write(report, settings.report());
            HtmlReport.write(report, settings.report().resolveSibling("report.html"));
        } catch (IOException e) {
            out.println("The report cannot be written: " + e);
        }
        out.flush();
    }
}
