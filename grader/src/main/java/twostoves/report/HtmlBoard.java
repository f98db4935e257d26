package twostoves.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Track;

/** The part of the page with a line for each exercise, by track. */
final class HtmlBoard {

    private final Report report;
    private final Markup page;

    HtmlBoard(Report report, Markup page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        Map<Track, List<ReportedExercise>> byTrack = report.exercises().stream()
                .collect(Collectors.groupingBy(ReportedExercise::track, LinkedHashMap::new, Collectors.toList()));
        page.element("nav", () -> byTrack.forEach(this::track), "aria-label", "Exercises", "class", "board")
                .line();
    }

    private void track(Track track, List<ReportedExercise> exercises) {
        page.element("table", () -> {
            page.element("caption", track.title());
            page.element(
                    "thead",
                    () -> page.element("tr", () -> {
                        page.element("th", "Exercise", "scope", "col");
                        page.element("th", "Points", "scope", "col");
                        page.element("th", "What came of it", "scope", "col");
                    }),
                    "class",
                    "unseen");
            page.element("tbody", () -> exercises.forEach(this::row));
        });
    }

    private void row(ReportedExercise exercise) {
        StatusMark mark = StatusMark.of(exercise.status());
        page.element("tr", () -> {
            page.element(
                    "th",
                    () -> {
                        mark.write(page);
                        page.element("a", exercise.id(), "href", "#" + exercise.id());
                    },
                    "scope",
                    "row");
            page.element("td", exercise.score() + "/" + exercise.maxScore(), "class", "points");
            page.element("td", remark(exercise, mark), "class", "remark " + mark.name());
        });
        page.line();
    }

    private static String remark(ReportedExercise exercise, StatusMark mark) {
        long unmeasured = exercise.checksThat(CheckResult.Status.NOT_MEASURED).count();
        return switch (exercise.status()) {
            case SOLVED ->
                unmeasured == 0
                        ? mark.words()
                        : unmeasured + (unmeasured == 1 ? " check" : " checks") + " not measured";
            case FAILED, BROKEN -> exercise.diagnosis().map(Diagnosis::id).orElse(mark.words());
            case UNSOLVED, ERROR -> mark.words();
        };
    }
}
