package twostoves.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Track;
import twostoves.report.JsonReport;
import twostoves.report.Report;
import twostoves.report.ReportedExercise;

/** Shows all exercises, what came of them in the last graded run, and what comes next. */
final class Progress {

    private final Surroundings surroundings;
    private final Map<String, ReportedExercise> graded;

    Progress(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.graded = lastReport(surroundings.repository().report())
                .map(report -> report.exercises().stream()
                        .collect(Collectors.toMap(ReportedExercise::id, Function.identity())))
                .orElse(Map.of());
    }

    /** A report that cannot be read, of another version perhaps, is as good as none: the next run writes a new one. */
    private static Optional<Report> lastReport(Path file) {
        try {
            return Files.exists(file) ? Optional.of(JsonReport.read(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void show() {
        Terminal terminal = surroundings.terminal();
        List<Exercise> exercises = Curriculum.exercises();
        int widest = exercises.stream()
                .mapToInt(exercise -> exercise.id().length())
                .max()
                .orElse(0);
        for (Track track : Track.values()) {
            List<Exercise> ofTrack = exercises.stream()
                    .filter(exercise -> exercise.track() == track)
                    .toList();
            if (!ofTrack.isEmpty()) {
                terminal.line(terminal.bold(track.title()));
                for (Exercise exercise : ofTrack) {
                    String id =
                            exercise.id() + " ".repeat(widest - exercise.id().length());
                    terminal.line(String.format(Locale.ROOT, "  %2d  %s  %s", exercise.number(), id, state(exercise)));
                }
                terminal.line("");
            }
        }
        terminal.line(next(exercises));
    }

    private String state(Exercise exercise) {
        return Optional.ofNullable(graded.get(exercise.id()))
                .map(Progress::state)
                .orElse("not graded yet");
    }

    private static String state(ReportedExercise exercise) {
        String state = String.format(
                Locale.ROOT, "%-8s %2d of %d", exercise.status().id(), exercise.score(), exercise.maxScore());
        return exercise.status() == ExerciseResult.Status.UNSOLVED
                ? state
                : state
                        + exercise.diagnosis()
                                .map(diagnosis -> "  " + diagnosis.id())
                                .orElse("");
    }

    private String next(List<Exercise> exercises) {
        String kata = surroundings.terminal().style().command();
        return exercises.stream()
                .filter(exercise -> !isSolved(exercise))
                .findFirst()
                .map(exercise -> "Next: "
                        + surroundings.nameOf(
                                surroundings.repository().exercises().resolve(exercise.sourceFile()))
                        + ", then " + kata + " check " + exercise.id())
                .orElse("All solved.");
    }

    private boolean isSolved(Exercise exercise) {
        return Optional.ofNullable(graded.get(exercise.id()))
                .filter(known -> known.status() == ExerciseResult.Status.SOLVED)
                .isPresent();
    }
}
