package twostoves.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import twostoves.checks.Curriculum;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult.Status;
import twostoves.pages.ExercisePage;
import twostoves.pages.Hint;
import twostoves.report.Format;
import twostoves.report.JsonReport;
import twostoves.report.Report;
import twostoves.report.VisibleText;
import twostoves.workspace.HintMemory;
import twostoves.workspace.Repository;
import twostoves.workspace.Results;
import twostoves.workspace.Stub;

/**
 * The learner's loop: what it does at each {@link Event}. All of it runs on one thread.
 *
 * <p>At a save it looks at once what has changed, and again when nothing more was written for a moment, since an editor may
 * write a file in several steps. So it sees the last state of each file, however many steps there were.
 */
final class Watch {

    /** Nothing written for so long, and a save is taken to be complete. */
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(10);

    /** Whoever writes without a pause does not keep the loop from looking. */
    private static final long LONGEST_QUIET = TimeUnit.MILLISECONDS.toNanos(300);

    /** For file systems that tell of no writes, and to show that a judgement goes on. */
    private static final long TICK = TimeUnit.SECONDS.toNanos(1);

    private final Repository repository;
    private final List<Exercise> exercises = Curriculum.exercises();
    private final Screen screen;
    private final Views views;
    private final BlockingQueue<Event> events;
    private final Judging judging;
    private final LearnersLoop.Opener opener;
    private final Sources sources;

    private Exercise current;
    private Optional<Outcome.Verdict> verdict = Optional.empty();
    private View view = View.VERDICT;
    private Optional<Exercise> marked = Optional.empty();
    private String notice = "";
    private int hintsSeenAgain;

    private boolean busy;
    private long begun;
    private long firstWrite;
    private long lastWrite;
    private boolean writing;
    private boolean missing;
    private boolean nobodyTypes;
    private boolean over;
    private Status last = Status.UNSOLVED;

    /** What is on the screen; keys mean different things there. */
    private enum View {
        VERDICT,
        LIST,
        RESET
    }

    Watch(
            Repository repository,
            Screen screen,
            Views views,
            BlockingQueue<Event> events,
            Judging judging,
            LearnersLoop.Opener opener) {
        this.repository = repository;
        this.screen = screen;
        this.views = views;
        this.events = events;
        this.judging = judging;
        this.opener = opener;
        this.sources = new Sources(repository.exercises());
        this.current = exercises.getFirst();
    }

    /**
     * Works until somebody quits, or until nobody types any more and the last judgement is there.
     *
     * @param first the exercise to begin with; otherwise the next that is not solved
     * @return what came of the exercise that was judged last; as good as solved if somebody has quit
     */
    Status run(Optional<Exercise> first) throws InterruptedException {
        sources.changes();
        Exercise beginning =
                first.or(() -> Results.of(repository).next(exercises)).orElse(exercises.getFirst());
        judging.prepare(beginning);
        begin(beginning);
        while (!over) {
            Event event = events.poll(untilSomethingIsDue(), TimeUnit.NANOSECONDS);
            if (event != null) {
                take(event);
            }
            if (writing && isWritten()) {
                writing = false;
                look();
            } else if (event == null && !writing) {
                look();
            }
            if (busy) {
                screen.busy("judging " + current.id(), (System.nanoTime() - begun) / TICK);
            }
            over |= nobodyTypes && !busy;
        }
        return last;
    }

    private long untilSomethingIsDue() {
        long now = System.nanoTime();
        return writing ? Math.max(0, Math.min(lastWrite + QUIET, firstWrite + LONGEST_QUIET) - now) : TICK;
    }

    private boolean isWritten() {
        long now = System.nanoTime();
        return now - lastWrite >= QUIET || now - firstWrite >= LONGEST_QUIET;
    }

    private void take(Event event) throws InterruptedException {
        switch (event) {
            case Event.Saved() -> {
                lastWrite = System.nanoTime();
                firstWrite = writing ? firstWrite : lastWrite;
                writing = true;
            }
            case Event.Judged judged when judging.isLast(judged) -> show(judged.outcome());
            case Event.Judged givenUp -> {}
            case Event.Redraw() -> draw();
            case Event.NobodyTypes() -> nobodyTypes = true;
            case Event.Typed(String text) -> type(text);
        }
    }

    /** Judges what has changed; of several exercises the one that the learner is at, otherwise the first. */
    private void look() {
        Set<Path> changed = sources.changes();
        if (!Files.exists(repository.source(current))) {
            lookAgain(changed);
            return;
        }
        missing = false;
        if (!changed.isEmpty()) {
            List<Exercise> touched = exercises.stream()
                    .filter(exercise -> changed.contains(
                            repository.source(exercise).toAbsolutePath().normalize()))
                    .toList();
            begin(touched.isEmpty() || touched.contains(current) ? current : touched.getFirst());
        }
    }

    /** An editor may take a file away to put another in its place: only one that stays away is worth a word. */
    private void lookAgain(Set<Path> changed) {
        if (changed.isEmpty() && !missing) {
            missing = true;
            say(views.missing(current));
        }
    }

    private void begin(Exercise exercise) {
        if (!exercise.equals(current) || verdict.isEmpty()) {
            current = exercise;
            verdict = Optional.empty();
            hintsSeenAgain = 0;
            view = View.VERDICT;
            screen.expect(views.heading(current, Results.of(repository)));
        }
        busy = true;
        begun = System.nanoTime();
        screen.busy("judging " + current.id(), 0);
        judging.begin(current);
    }

    private void show(Outcome outcome) {
        busy = false;
        view = View.VERDICT;
        switch (outcome) {
            case Outcome.Verdict it -> {
                verdict = Optional.of(it);
                last = it.report().exercises().getFirst().status();
                Results results = Results.of(repository);
                results.take(it.report());
                // first shown, then written down: somebody waits for it
                draw(results);
                remember(it.report());
            }
            case Outcome.Nothing(String message) -> {
                verdict = Optional.empty();
                last = Status.BROKEN;
                say(views.notice(message));
            }
            case Outcome.Fault(String message) -> {
                verdict = Optional.empty();
                last = Status.ERROR;
                say(views.notice(message));
            }
        }
        notice = "";
        if (!nobodyTypes) {
            judging.prepare(current);
        }
    }

    private void remember(Report report) {
        try {
            Results results = Results.of(repository);
            JsonReport.write(report, repository.report());
            results.note(report);
        } catch (IOException e) {
            notice = "The result could not be written down: " + e.getMessage();
            draw();
        }
    }

    private void draw() {
        draw(Results.of(repository));
    }

    private void draw(Results results) {
        switch (view) {
            case LIST -> screen.show(views.list(results, marked), views.listBar());
            case RESET -> say(views.askToReset(current));
            case VERDICT -> {
                List<String> lines = new ArrayList<>(views.heading(current, results));
                if (!notice.isEmpty()) {
                    lines.addAll(views.notice(notice));
                }
                verdict.ifPresent(it -> lines.addAll(views.verdict(current, it, results)));
                screen.show(lines, bar());
            }
        }
    }

    /** Keys are of no use to nobody. */
    private List<String> bar() {
        return nobodyTypes ? List.of() : views.bar();
    }

    /** Shows a text in the place of the verdict, which the next key or save brings back. */
    private void say(List<String> text) {
        List<String> lines = new ArrayList<>(views.heading(current, Results.of(repository)));
        lines.addAll(text);
        screen.show(lines, bar());
    }

    private void type(String typed) throws InterruptedException {
        switch (view) {
            case RESET -> answer(typed);
            case LIST -> choose(typed);
            case VERDICT -> command(typed);
        }
    }

    private void command(String typed) throws InterruptedException {
        switch (typed) {
            case Keys.HINT -> hint();
            case Keys.EXPLAIN -> explain();
            case Keys.RUN -> begin(current);
            case Keys.NEXT -> next();
            case Keys.LIST -> {
                view = View.LIST;
                marked = Optional.of(current);
                draw();
            }
            case Keys.RESET -> reset();
            case Keys.OPEN -> open();
            case Keys.QUIT -> quit();
            case Keys.ENTER, Keys.ESCAPE -> draw();
            default -> named(typed).ifPresentOrElse(this::begin, () -> unknown(typed));
        }
    }

    private void quit() {
        last = Status.SOLVED;
        over = true;
    }

    /** An exercise by its id or its number, which only whole lines can name. */
    private Optional<Exercise> named(String typed) {
        return exercises.stream()
                .filter(exercise -> exercise.id().equals(typed)
                        || typed.length() > 1 && typed.equals(String.valueOf(exercise.number()))
                        || views.takesLines() && typed.equals(String.valueOf(exercise.number())))
                .findFirst();
    }

    /** On a terminal a key that does nothing does nothing. */
    private void unknown(String typed) {
        if (views.takesLines()) {
            say(List.of("\"" + VisibleText.inOneLine(typed) + "\" is no key and no exercise."));
        }
    }

    private void next() {
        Results.of(repository)
                .after(current, exercises)
                .ifPresentOrElse(this::begin, () -> say(views.nothingElse(Results.of(repository))));
    }

    private void hint() {
        List<Hint> hints = ExercisePage.of(current.id()).hints();
        HintMemory memory = new HintMemory(repository);
        int shown = memory.shown(current.id());
        if (shown >= hints.size()) {
            say(views.hintAgain(hints.get(hintsSeenAgain % hints.size()), hints.size()));
            hintsSeenAgain++;
            return;
        }
        try {
            memory.remember(current.id(), shown + 1);
        } catch (IOException e) {
            // it is shown all the same, and again the next time
        }
        say(views.hint(hints.get(shown), hints.size()));
    }

    private void explain() {
        Optional<Diagnosis> diagnosis =
                verdict.flatMap(it -> it.report().exercises().getFirst().diagnosis());
        say(diagnosis
                .filter(it -> it != Diagnosis.UNSOLVED)
                .map(views::explanation)
                .orElseGet(views::nothingToExplain));
    }

    /** The page is drawn only when it is asked for: that takes longer than all else that follows a verdict. */
    private void open() throws InterruptedException {
        if (verdict.isEmpty()) {
            say(views.nothingToOpen());
            return;
        }
        Path directory = repository.reports();
        try {
            Format.HTML.write(
                    verdict.get().report().quoting(twostoves.report.Sources.in(repository.exercises())), directory);
        } catch (IOException e) {
            say(views.notice("The report could not be written: " + e.getMessage() + "."));
            return;
        }
        say(opener.open(directory.resolve(Format.HTML.fileNames().getFirst())));
    }

    private void choose(String typed) throws InterruptedException {
        int place = marked.map(exercises::indexOf).orElse(0);
        switch (typed) {
            case Keys.UP, "k" -> mark(place - 1);
            case Keys.DOWN, "j" -> mark(place + 1);
            case Keys.HOME -> mark(0);
            case Keys.END -> mark(exercises.size() - 1);
            case Keys.QUIT -> quit();
            case Keys.ESCAPE, Keys.LIST -> {
                view = View.VERDICT;
                draw();
            }
            case Keys.ENTER -> {
                view = View.VERDICT;
                Exercise chosen = exercises.get(place);
                if (chosen.equals(current)) {
                    draw();
                } else {
                    begin(chosen);
                }
            }
            default -> {
                if (views.takesLines()) {
                    view = View.VERDICT;
                    command(typed);
                }
            }
        }
    }

    private void mark(int place) {
        marked = Optional.of(exercises.get(Math.clamp(place, 0, exercises.size() - 1)));
        draw();
    }

    private void reset() {
        try {
            if (Stub.of(current).isThere(repository)) {
                say(views.nothingToReset(current));
                return;
            }
            view = View.RESET;
            draw();
        } catch (IOException e) {
            say(views.notice("Nothing was changed: " + e.getMessage() + "."));
        }
    }

    private void answer(String typed) {
        view = View.VERDICT;
        if (!typed.equals(Keys.YES) && !typed.equals("yes")) {
            notice = "Nothing was changed.";
            draw();
            notice = "";
            return;
        }
        try {
            notice = views.reset(Stub.of(current).restore(repository));
            sources.changes();
            begin(current);
        } catch (IOException e) {
            say(views.notice("It could not be put back: " + e.getMessage() + "."));
        }
    }
}
