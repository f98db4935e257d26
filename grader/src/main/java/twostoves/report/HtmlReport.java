package twostoves.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import twostoves.grading.ExerciseResult.Status;
import twostoves.pages.MisconceptionPages;

/**
 * Writes a report as one page of HTML, to be looked at.
 *
 * <p>The page needs nothing beside it, neither a network nor a script: what script there is adds comfort. Texts from the
 * submission are escaped, and the page allows no other script and no connection, so that a submission cannot act in the
 * reader's name.
 */
public final class HtmlReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Report report;
    private final Markup page = new Markup();

    private HtmlReport(Report report) {
        this.report = report;
    }

    /**
     * Writes a report into a file, in one step: whoever reads the file finds the old report or the new one.
     *
     * @param report the report
     * @param file where to write it; directories above it are made
     * @throws IOException if the file cannot be written
     */
    public static void write(Report report, Path file) throws IOException {
        AtomicFile.replace(file, toHtml(report));
    }

    /**
     * Writes a report as text.
     *
     * @param report the report
     * @return the page, with a line feed at the end
     */
    public static String toHtml(Report report) {
        return new HtmlReport(report).render();
    }

    private String render() {
        String script = resource("report.js");
        page.trusted("<!DOCTYPE html>\n<html lang=\"en\">\n");
        page.element("head", () -> head(script)).line();
        page.element("body", () -> {
            page.element("a", "Skip to the exercises", "href", "#exercises", "class", "skip");
            page.element("header", this::top, "class", "top").line();
            page.element(
                    "div",
                    () -> {
                        new HtmlBoard(report, page).write();
                        page.element("main", this::exercises, "id", "exercises", "tabindex", "-1");
                    },
                    "class",
                    "columns");
            page.line().element("footer", this::facts).line();
            page.element("script", () -> page.trusted(script)).line();
        });
        page.line().trusted("</html>\n");
        return page.toString();
    }

    private void head(String script) {
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
                        + " script-src 'sha256-" + hash(script) + "'");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        // a page without an icon has one asked for
        page.empty("link", "rel", "icon", "href", "data:,");
        page.element("title", report.submission() + " · Two Stoves");
        page.element("style", () -> page.trusted(resource("report.css")));
    }

    // ---- the top
    // -----------------------------------------------------------------------------------------------------

    private void top() {
        page.element("p", "Two Stoves", "class", "brand");
        page.element("h1", report.submission());
        long solved = report.count(Status.SOLVED);
        int asked = report.exercises().size();
        page.element(
                "p",
                () -> {
                    page.element("strong", solved + " of " + asked);
                    page.text((asked == 1 ? " exercise" : " exercises") + " solved · ");
                    page.element("strong", report.score() + " of " + report.maxScore());
                    page.text(" points");
                },
                "class",
                "score");
        page.element(
                "div", () -> report.exercises().forEach(this::progress), "class", "progress", "aria-hidden", "true");
    }

    private void progress(ReportedExercise exercise) {
        page.element(
                "span",
                () -> page.element(
                        "i", "", "style", "width:" + 100 * exercise.score() / Math.max(1, exercise.maxScore()) + "%"),
                "class",
                StatusMark.of(exercise.status()).name());
    }

    private void exercises() {
        MisconceptionPages pages = MisconceptionPages.load();
        for (ReportedExercise exercise : report.exercises()) {
            new HtmlExercise(report, exercise, pages, page).write();
        }
        if (!report.deviations().isEmpty()) {
            page.element("section", this::deviations, "class", "exercise odd");
        }
    }

    private void deviations() {
        page.element("h2", "Measured once and not again");
        page.element("p", "These are defects of the grader, which cost you nothing. Please report them.");
        page.element("ul", () -> report.deviations().forEach(deviation -> page.element("li", deviation)));
    }

    private void facts() {
        page.element("dl", () -> {
            for (List<String> fact : List.of(
                    List.of("graded", TIME.format(report.startedAt())),
                    List.of("took", seconds(report.durationMs())),
                    List.of("Java", report.java()),
                    List.of("processors", String.valueOf(report.processors())),
                    List.of("seed", String.valueOf(report.seed())),
                    List.of("grader", report.graderVersion()))) {
                page.element("div", () -> {
                    page.element("dt", fact.getFirst());
                    page.element("dd", fact.getLast());
                });
            }
        });
        page.element("p", "All times in the drawings are virtual: the same on every machine, however busy.");
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    // ---- what is not the report's
    // ------------------------------------------------------------------------------------

    private static String resource(String name) {
        try (InputStream resource = HtmlReport.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing from the grader");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static String hash(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
