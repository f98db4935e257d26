package twostoves.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.ExerciseResult.Status;
import twostoves.grading.Kind;
import twostoves.pages.ExercisePage;
import twostoves.pages.MisconceptionPage;
import twostoves.pages.MisconceptionPages;
import twostoves.pages.PageException;
import twostoves.pages.PageHtml;

/** The part of the page about one exercise: what is wrong and what to do first, then every check. */
final class HtmlExercise {

    private static final String COMMAND = "./kata";

    /** A number and its unit stay on one line. */
    private static final Pattern TIME = Pattern.compile("(\\d) (m?s\\b)");

    /** The end of the line before the first that is indented and has a gap inside, as lines of a table do. */
    private static final Pattern COLUMNS = Pattern.compile("\\n(?= .*\\S {3,}\\S)");

    private final Report report;
    private final ReportedExercise exercise;
    private final Optional<ReportedCheck> primary;
    private final MisconceptionPages pages;
    private final Markup page;

    HtmlExercise(Report report, ReportedExercise exercise, MisconceptionPages pages, Markup page) {
        this.report = report;
        this.exercise = exercise;
        this.primary = exercise.checksThat(CheckResult.Status.FAILED).findFirst();
        this.pages = pages;
        this.page = page;
    }

    void write() {
        StatusMark mark = StatusMark.of(exercise.status());
        page.element(
                "article",
                () -> {
                    page.element("header", () -> header(mark));
                    if (exercise.status() == Status.UNSOLVED) {
                        notBegun();
                    } else {
                        verdict();
                        exercise.speedUp().ifPresent(this::speedUp);
                        checks();
                    }
                },
                "id",
                exercise.id(),
                "class",
                "exercise " + mark.name(),
                "aria-labelledby",
                exercise.id() + "-title");
        page.line();
    }

    private void header(StatusMark mark) {
        page.element("h2", exercise.title(), "id", exercise.id() + "-title");
        page.element(
                "p",
                () -> {
                    mark.write(page);
                    page.text(mark.words() + " · " + exercise.score() + " of " + exercise.maxScore() + " points");
                },
                "class",
                "status " + mark.name());
    }

    private void notBegun() {
        page.element("p", () -> {
            page.text("Write it in ").element("code", exercise.file());
            page.text(". What is asked for: ").element("code", "docs/exercises/" + exercise.id() + ".md");
            page.text(".");
        });
    }

    // ---- what is wrong
    // -----------------------------------------------------------------------------------------------

    private void verdict() {
        if (exercise.status() == Status.SOLVED) {
            return;
        }
        Optional<MisconceptionPage> explained = exercise.diagnosis().map(pages::of);
        page.element(
                "section",
                () -> {
                    exercise.diagnosis()
                            .ifPresent(diagnosis -> page.element(
                                    "p", () -> page.element("code", diagnosis.id()), "class", "diagnosis"));
                    explained.ifPresent(entry -> page.element("h3", () -> page.trusted(inline(entry.title()))));
                    if (primary.isPresent()) {
                        evidence(primary.get(), true);
                    } else {
                        wholeExercise();
                    }
                    explained.ifPresent(this::guidance);
                    nextSteps();
                },
                "class",
                "verdict");
    }

    private void wholeExercise() {
        exercise.message().ifPresent(this::message);
        place(exercise.file(), exercise.line());
        exercise.source().ifPresent(source -> source(source, exercise.line()));
    }

    private void evidence(ReportedCheck check, boolean named) {
        if (named) {
            page.element("p", () -> check(check), "class", "check");
        }
        // of an exercise that cannot be judged, each check would say the same again
        check.message()
                .filter(message -> !exercise.message().equals(Optional.of(message)))
                .ifPresent(this::message);
        check.file().ifPresent(file -> place(file, check.line()));
        check.source().ifPresent(source -> source(source, check.line()));
        if (check.kind() == Kind.VALUES && check.status() == CheckResult.Status.FAILED) {
            page.element("p", "Seed of the inputs: " + report.seed(), "class", "note");
        }
        check.timeline().ifPresent(timeline -> new HtmlTimeline(timeline, page).write());
    }

    private void check(ReportedCheck check) {
        StatusMark.of(check.status()).write(page);
        page.text(check.title());
    }

    private void message(String message) {
        String[] parts = COLUMNS.split(message, 2);
        page.element("p", TIME.matcher(parts[0]).replaceAll("$1\u00a0$2"), "class", "message");
        if (parts.length > 1) {
            page.element("pre", parts[1], "class", "figures", "tabindex", "0");
        }
    }

    private void place(String file, OptionalInt line) {
        page.element(
                "p",
                () -> page.element("code", file + (line.isPresent() ? ":" + line.getAsInt() : "")),
                "class",
                "place");
    }

    private void source(ReportedSource source, OptionalInt blamed) {
        page.element(
                "ol",
                () -> {
                    int number = source.firstLine();
                    for (String line : source.lines()) {
                        boolean isBlamed = blamed.isPresent() && blamed.getAsInt() == number;
                        page.element(
                                "li",
                                () -> page.element(isBlamed ? "mark" : "code", line.isEmpty() ? " " : line),
                                "value",
                                String.valueOf(number));
                        number++;
                    }
                },
                "class",
                "source",
                "tabindex",
                "0",
                "aria-label",
                "Your code");
    }

    private void speedUp(ReportedSpeedUp speedUp) {
        page.element("h3", "What more workers gain here");
        page.element("p", BoardSpeedUp.words(speedUp));
        page.element("p", "Measured in real time on this machine. It counts for nothing.", "class", "note");
    }

    // ---- what to do
    // --------------------------------------------------------------------------------------------------

    private void guidance(MisconceptionPage entry) {
        page.element(
                "div",
                () -> {
                    advice("Why it matters", entry.matters());
                    advice("What to do", entry.todo());
                },
                "class",
                "guidance");
        entry.picture().ifPresent(picture -> page.element("pre", picture, "class", "picture", "tabindex", "0"));
    }

    private void advice(String heading, String text) {
        page.element("div", () -> {
            page.element("h4", heading);
            page.trusted(PageHtml.of(text));
        });
    }

    private static String inline(String markdown) {
        return PageHtml.of(markdown).strip().replaceFirst("^<p>", "").replaceFirst("</p>$", "");
    }

    private void nextSteps() {
        if (exercise.status() != Status.BROKEN && exercise.status() != Status.ERROR) {
            hints().ifPresent(known -> known.hints()
                    .forEach(hint -> page.element("details", () -> {
                        page.element("summary", "Hint " + hint.number() + ": " + hint.title());
                        page.trusted(PageHtml.of(hint.text()));
                    })));
        }
        page.element(
                "p",
                () -> {
                    page.text("Read on: ").element("code", "docs/exercises/" + exercise.id() + ".md");
                    exercise.diagnosis().map(Diagnosis::id).ifPresent(id -> {
                        page.text(" · ").element("code", "docs/misconceptions.md#" + id);
                        page.text(" · ").element("code", COMMAND + " explain " + id);
                    });
                },
                "class",
                "note");
    }

    /** A report may be older than the pages, or be about an exercise that has none. */
    private Optional<ExercisePage> hints() {
        try {
            return Optional.of(ExercisePage.of(exercise.id()));
        } catch (PageException missing) {
            return Optional.empty();
        }
    }

    // ---- every check
    // -------------------------------------------------------------------------------------------------

    private void checks() {
        List<ReportedCheck> checks = exercise.checks();
        if (checks.isEmpty()) {
            return;
        }
        page.element(
                "details",
                () -> {
                    page.element("summary", "All " + checks.size() + " checks");
                    page.element("ol", () -> checks.forEach(this::listed), "class", "checks");
                },
                "class",
                "all");
    }

    private void listed(ReportedCheck check) {
        StatusMark mark = StatusMark.of(check.status());
        page.element("li", () -> {
            page.element(
                    "p",
                    () -> {
                        check(check);
                        page.text(" ")
                                .element(
                                        "span",
                                        check.kind().id() + " · " + check.points() + "/" + check.maxPoints() + " · "
                                                + mark.words(),
                                        "class",
                                        "note");
                    },
                    "class",
                    "check");
            boolean isShownAbove = primary.equals(Optional.of(check));
            if (!isShownAbove) {
                evidence(check, false);
            }
        });
    }
}
