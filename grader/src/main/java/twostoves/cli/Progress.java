package twostoves.cli;

import java.util.List;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.sandbox.Options;

/**
 * Tells a person at a terminal what is going on, in one line that is gone when it is over. A pipe or a file gets none of it.
 */
final class Progress implements Options.Progress, AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Terminal terminal;
    private final List<Exercise> exercises;
    private int done;

    private Progress(Terminal terminal, List<Exercise> exercises) {
        this.terminal = terminal;
        this.exercises = List.copyOf(exercises);
    }

    /** Begins to tell of exercises that are graded in this order. */
    static Progress of(Terminal terminal, List<Exercise> exercises) {
        Progress progress = new Progress(terminal, exercises);
        progress.showNext();
        return progress;
    }

    /** Begins to tell of something of which nobody knows how far it has come. */
    static Progress of(Terminal terminal, String what) {
        Progress progress = new Progress(terminal, List.of());
        progress.show(what);
        return progress;
    }

    @Override
    public void graded(ExerciseResult result, String output, List<String> defects) {
        done++;
        showNext();
    }

    private void showNext() {
        if (done < exercises.size()) {
            String count = exercises.size() == 1 ? "" : ", " + (done + 1) + " of " + exercises.size();
            show("judging " + exercises.get(done).id() + count);
        }
    }

    private void show(String what) {
        if (terminal.takesKeys()) {
            terminal.out()
                    .print(CLEAR_LINE + terminal.type().shown(terminal.type().dim(what + " …")));
            terminal.out().flush();
        }
    }

    @Override
    public void close() {
        clear();
    }

    /** Takes the line away, so that what comes of it can stand there. */
    void clear() {
        if (terminal.takesKeys()) {
            terminal.out().print(CLEAR_LINE);
            terminal.out().flush();
        }
    }
}
