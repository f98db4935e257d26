package twostoves.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.report.ConsoleStyle;
import twostoves.workspace.Repository;

/**
 * Puts the learner's loop together: a screen and keys, or lines where there is no terminal; something that watches the
 * sources; and workers that stand ready.
 *
 * @param repository the working tree
 * @param names how the learner finds a file from where the loop is started
 * @param style colours and characters of the terminal
 * @param opener shows reports
 */
public record LearnersLoop(Repository repository, Function<Path, String> names, ConsoleStyle style, Opener opener) {

    /** Shows a page to the learner. */
    @FunctionalInterface
    public interface Opener {

        /**
         * Opens a page.
         *
         * @param page a file of HTML
         * @return the lines that tell what came of it
         * @throws InterruptedException if the calling thread is interrupted
         */
        List<String> open(Path page) throws InterruptedException;
    }

    /**
     * Runs the loop at the terminal of this process.
     *
     * @param first the exercise to begin with; otherwise the next that is not solved
     * @return what came of the exercise that was judged last, or solved if somebody has quit
     * @throws IOException if the terminal cannot be used
     * @throws InterruptedException if the calling thread is interrupted
     */
    public ExerciseResult.Status atTerminal(Optional<Exercise> first) throws IOException, InterruptedException {
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(false)
                .graphemeCluster(false)
                .build()) {
            return at(terminal, new WorkerJudge(repository), first);
        }
    }

    ExerciseResult.Status at(Terminal terminal, Judge judge, Optional<Exercise> first) throws InterruptedException {
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        terminal.enterRawMode();
        terminal.handle(Signal.INT, signal -> events.add(new Event.Typed(Keys.QUIT)));
        terminal.handle(Signal.WINCH, signal -> events.add(new Event.Redraw()));
        terminal.handle(Signal.CONT, signal -> {
            terminal.enterRawMode();
            events.add(new Event.Redraw());
        });
        ExerciseResult.Status status =
                run(new TerminalScreen(terminal, style), new KeyInput(terminal), false, events, judge, first);
        terminal.writer().println();
        terminal.flush();
        return status;
    }

    /**
     * Runs the loop without a terminal: one page after the other, and lines from whoever types. When there are no more, the
     * loop ends with the judgement that it is at.
     *
     * @param in where the lines come from
     * @param out where the pages go
     * @param first the exercise to begin with; otherwise the next that is not solved
     * @return what came of the exercise that was judged last, or solved if somebody has quit
     * @throws InterruptedException if the calling thread is interrupted
     */
    public ExerciseResult.Status inLines(InputStream in, PrintStream out, Optional<Exercise> first)
            throws InterruptedException {
        return inLines(in, out, new WorkerJudge(repository), first);
    }

    ExerciseResult.Status inLines(InputStream in, PrintStream out, Judge judge, Optional<Exercise> first)
            throws InterruptedException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return run(new PlainScreen(out, style), new LineInput(lines), true, new LinkedBlockingQueue<>(), judge, first);
    }

    ExerciseResult.Status run(
            Screen screen,
            Input input,
            boolean inLines,
            BlockingQueue<Event> events,
            Judge judge,
            Optional<Exercise> first)
            throws InterruptedException {
        try (Judging judging = new Judging(judge, events::add);
                SourceWatcher _ = watcher(events)) {
            Thread.ofPlatform().daemon().name("kata-keys").start(() -> listen(input, events));
            Views views = new Views(repository, names, screen, inLines);
            return new Watch(repository, screen, views, events, judging, opener).run(first);
        }
    }

    private static void listen(Input input, BlockingQueue<Event> events) {
        Event event = input.next();
        events.add(event);
        while (!(event instanceof Event.NobodyTypes)) {
            event = input.next();
            events.add(event);
        }
    }

    private SourceWatcher watcher(BlockingQueue<Event> events) {
        return SourceWatcher.of(repository.exercises().resolve("src/main/java"), () -> events.add(new Event.Saved()));
    }
}
