package twostoves.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import twostoves.checks.Curriculum;
import twostoves.console.ExerciseList;
import twostoves.console.Explanation;
import twostoves.console.HintText;
import twostoves.console.Printed;
import twostoves.console.Prose;
import twostoves.console.Text;
import twostoves.console.Type;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult.Status;
import twostoves.pages.ExercisePage;
import twostoves.pages.Hint;
import twostoves.pages.MisconceptionPages;
import twostoves.report.ConsoleBoard;
import twostoves.report.ReportedExercise;
import twostoves.workspace.Repository;
import twostoves.workspace.Results;

/** What the pages of the loop say: all its words are here. */
final class Views {

    /** How many lines of what the learner's code printed are shown, as far as the verdict leaves room for them. */
    private static final int LEAST_PRINTED = 3;

    private static final int MOST_PRINTED = 20;

    /** The headings, the keys and the blank lines around both. */
    private static final int AROUND_PRINTED = 7;

    /** The heading and the keys of a list, with the blank lines around them. */
    private static final int AROUND_LIST = 5;

    private static final String JAVA = ".java";

    private final Repository repository;
    private final Function<Path, String> names;
    private final Screen screen;
    private final boolean takesLines;
    private final List<Exercise> exercises = Curriculum.exercises();

    /**
     * Creates views.
     *
     * @param repository the working tree
     * @param names how the learner finds a file from where the loop was started
     * @param screen where they will be shown
     * @param takesLines whether the learner types whole lines instead of keys
     */
    Views(Repository repository, Function<Path, String> names, Screen screen, boolean takesLines) {
        this.repository = repository;
        this.names = names;
        this.screen = screen;
        this.takesLines = takesLines;
    }

    boolean takesLines() {
        return takesLines;
    }

    private Type type() {
        return new Type(screen.style());
    }

    private List<String> wrapped(String text) {
        return Text.lines(text, screen.style().width());
    }

    List<String> heading(Exercise exercise, Results results) {
        long solved = exercises.stream().filter(results::isSolved).count();
        List<String> lines = new ArrayList<>();
        wrapped("Two Stoves · " + exercise.id() + " · exercise " + exercise.number() + " · " + solved + " of "
                        + exercises.size() + " solved")
                .forEach(line -> lines.add(type().bold(line)));
        lines.add("");
        return lines;
    }

    List<String> bar() {
        List<String> bar = bar(Keys.BAR);
        return takesLines ? prefixed("Type a letter and Enter:", bar) : bar;
    }

    List<String> listBar() {
        return takesLines
                ? wrapped("Type the number or the name of an exercise and Enter; Enter alone to go back.")
                : bar(Keys.LIST_BAR);
    }

    private static List<String> prefixed(String prefix, List<String> lines) {
        List<String> all = new ArrayList<>(List.of(prefix));
        all.addAll(lines);
        return all;
    }

    /** As many keys on a line as the width allows. */
    private List<String> bar(List<Map.Entry<String, String>> keys) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int width = 0;
        for (Map.Entry<String, String> key : keys) {
            int more = key.getKey().length() + 1 + key.getValue().length();
            if (width > 0 && width + 3 + more > screen.style().width()) {
                lines.add(line.toString());
                line.setLength(0);
                width = 0;
            }
            line.append(width == 0 ? "" : "   ")
                    .append(type().bold(key.getKey()))
                    .append(' ');
            line.append(key.getValue());
            width += (width == 0 ? 0 : 3) + more;
        }
        lines.add(line.toString());
        return lines;
    }

    List<String> verdict(Exercise exercise, Outcome.Verdict verdict, Results results) {
        List<String> lines = new ArrayList<>();
        String module = names.apply(repository.exercises());
        new ConsoleBoard(MisconceptionPages.load(), screen.style().withModule(module))
                .verdict(verdict.report())
                .lines()
                .forEach(lines::add);
        ReportedExercise reported = verdict.report().exercises().getFirst();
        switch (reported.status()) {
            case UNSOLVED -> lines.addAll(beginning(exercise));
            case SOLVED -> lines.addAll(praise(exercise, results));
            case FAILED, BROKEN -> lines.addAll(nextSteps(reported));
            case ERROR -> {}
        }
        int room = screen.rows() - lines.size() - AROUND_PRINTED;
        lines.addAll(0, Printed.lines(verdict.output(), Math.clamp(room, LEAST_PRINTED, MOST_PRINTED)));
        return lines;
    }

    private List<String> beginning(Exercise exercise) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Read   " + names.apply(repository.page(exercise)));
        lines.add("Write  " + names.apply(repository.source(exercise)));
        lines.add("");
        lines.addAll(wrapped("Whenever you save that file, the verdict on it appears here."));
        return lines;
    }

    private List<String> nextSteps(ReportedExercise exercise) {
        List<String> lines = new ArrayList<>(List.of(""));
        exercise.diagnosis()
                .ifPresent(diagnosis -> lines.addAll(
                        wrapped("What " + diagnosis.id() + " means: " + screen.press(Keys.EXPLAIN) + ".")));
        // before the code compiles, a hint on concurrency is no help
        if (exercise.status() != Status.BROKEN) {
            lines.addAll(wrapped("A hint: " + screen.press(Keys.HINT) + "."));
        }
        return lines;
    }

    private List<String> praise(Exercise exercise, Results results) {
        List<String> lines = new ArrayList<>(List.of("", type().green("Well cooked!")));
        ExercisePage.of(exercise.id())
                .learned()
                .ifPresent(learned ->
                        lines.addAll(Prose.lines(learned, screen.style().width())));
        lines.addAll(toCompare(exercise));
        lines.add("");
        lines.addAll(results.after(exercise, exercises)
                .map(next -> wrapped("Next is " + next.id() + ": " + screen.press(Keys.NEXT) + "."))
                .orElseGet(() -> nothingElse(results)));
        return lines;
    }

    private List<String> toCompare(Exercise exercise) {
        List<Path> solutions = repository.solutions(exercise);
        if (solutions.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("", "Compare yours with the reference:"));
        lines.add("  " + names.apply(solutions.getFirst()));
        if (solutions.size() > 1) {
            String others = solutions.stream()
                    .skip(1)
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - JAVA.length()))
                    .collect(Collectors.joining(", "));
            lines.addAll(wrapped("and, beside it, with " + others + "."));
        }
        return lines;
    }

    List<String> nothingElse(Results results) {
        return wrapped(
                exercises.stream().allMatch(results::isSolved)
                        ? "That was the last one: all " + exercises.size() + " exercises are solved."
                        : "There is no other exercise left to solve.");
    }

    List<String> hint(Hint hint, int count) {
        List<String> lines = new ArrayList<>(HintText.lines(hint, count, type()));
        if (hint.number() < count) {
            lines.add("");
            lines.addAll(wrapped("Try this first. For the next hint " + screen.press(Keys.HINT) + " again."));
        }
        return lines;
    }

    List<String> hintAgain(Hint hint, int count) {
        List<String> lines = new ArrayList<>(wrapped("You have seen all " + count + " hints. Once more:"));
        lines.add("");
        lines.addAll(HintText.lines(hint, count, type()));
        return lines;
    }

    List<String> explanation(Diagnosis diagnosis) {
        return Explanation.lines(MisconceptionPages.load().of(diagnosis), type());
    }

    List<String> nothingToExplain() {
        return wrapped("There is nothing to explain: the last verdict names no mistake.");
    }

    List<String> nothingToOpen() {
        return wrapped("There is no report yet: your code has not been judged.");
    }

    /** As much of the list as fits, with the exercise marked in the middle. */
    List<String> list(Results results, Optional<Exercise> marked) {
        ExerciseList list = new ExerciseList(exercises, results, type());
        List<ExerciseList.Line> all = list.lines();
        List<String> lines = new ArrayList<>();
        int at = 0;
        for (ExerciseList.Line line : all) {
            boolean isMarked = line.exercise().isPresent() && line.exercise().equals(marked);
            at = isMarked ? lines.size() : at;
            lines.add(line.exercise().isEmpty() ? line.text() : (isMarked ? type().bold("> ") : "  ") + line.text());
        }
        lines.removeLast();
        int rows = Math.max(1, screen.rows() - AROUND_LIST);
        int from = Math.clamp(at - rows / 2, 0, Math.max(0, lines.size() - rows));
        List<String> seen = new ArrayList<>(lines.subList(from, Math.min(lines.size(), from + rows)));
        seen.add("");
        seen.add(list.sum());
        return seen;
    }

    List<String> askToReset(Exercise exercise) {
        return wrapped("Put the stub back in the place of your " + names.apply(repository.source(exercise))
                + "? A copy of yours is kept. For yes " + screen.press(Keys.YES) + "; anything else leaves it.");
    }

    List<String> nothingToReset(Exercise exercise) {
        return wrapped(names.apply(repository.source(exercise)) + " is the stub: there is nothing to reset.");
    }

    /** What was done, given where the copy is. */
    String reset(Optional<Path> copy) {
        return "The stub is back."
                + copy.map(file -> " Yours is in " + names.apply(file) + ".").orElse("");
    }

    List<String> missing(Exercise exercise) {
        return wrapped("There is no " + names.apply(repository.source(exercise)) + " any more. To get the stub again "
                + screen.press(Keys.RESET) + ".");
    }

    List<String> notice(String text) {
        List<String> lines = new ArrayList<>(wrapped(text));
        lines.add("");
        return lines;
    }
}
