package twostoves.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult.Status;
import twostoves.report.ConsoleStyle;
import twostoves.workspace.Results;

@DisplayName("The learner's loop")
@Timeout(120)
class WatchTests {

    private static final int COUNT = Curriculum.exercises().size();
    private static final String SOURCE = "exercises/src/main/java/twostoves/concurrency/FetchAll.java";

    private final FakeScreen screen = new FakeScreen();
    private final BlockingQueue<Event> typed = new LinkedBlockingQueue<>();
    private Desk desk;
    private FakeJudge judge;
    private Thread thread;
    private volatile Optional<Status> end = Optional.empty();

    @TempDir
    Path directory;

    @BeforeEach
    void makeDesk() throws IOException {
        desk = Desk.in(directory);
        judge = new FakeJudge(desk);
    }

    @AfterEach
    void stop() throws InterruptedException {
        typed.add(new Event.NobodyTypes());
        if (thread != null) {
            thread.interrupt();
            thread.join();
        }
    }

    private void begin() {
        begin(Optional.empty());
    }

    private void begin(Optional<Exercise> first) {
        LearnersLoop loop = new LearnersLoop(
                desk.repository(),
                path -> directory.relativize(path).toString().replace('\\', '/'),
                ConsoleStyle.PLAIN,
                this::open);
        thread = Thread.ofPlatform().start(() -> {
            try {
                end = Optional.of(loop.run(screen, this::next, false, new LinkedBlockingQueue<>(), judge, first));
            } catch (InterruptedException stopped) {
                // by the test
            }
        });
    }

    private Event next() {
        try {
            return typed.take();
        } catch (InterruptedException e) {
            return new Event.NobodyTypes();
        }
    }

    private void press(String... keys) {
        for (String key : keys) {
            typed.add(new Event.Typed(key));
        }
    }

    private void awaitPage(String... parts) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(screen.page()).contains(parts));
    }

    /** A verdict is shown before it is written down: first as a report, then among the results of all exercises. */
    private void awaitSolvedIsNoted(Exercise exercise) {
        String note = "\"%s\":{\"status\":\"solved\"".formatted(exercise.id());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(notes()) && Files.readString(notes()).contains(note));
    }

    private Path notes() {
        return desk.repository().memory().resolve("results.json");
    }

    private void awaitEnd(Status status) {
        await().atMost(Duration.ofSeconds(60)).until(() -> end.equals(Optional.of(status)));
    }

    @Test
    @DisplayName("begins with the first exercise that is not solved, and says where to write")
    void begins() {
        begin();

        awaitPage("""
                Two Stoves · fetch-all · exercise 1 · 0 of %d solved

                  · fetch-all   0/10   not begun

                Read   docs/exercises/fetch-all.md
                Write  %s

                Whenever you save that file, the verdict on it appears here.

                h hint   e explain   r run again   n next   l list   x reset   o report   q quit""".formatted(COUNT, SOURCE));
    }

    @Test
    @DisplayName("judges at every save and shows what is wrong")
    void judgesAtSave() throws IOException {
        begin();
        awaitPage("not begun");

        desk.save(Desk.FETCH_ALL, "sequential");

        awaitPage(
                "fetch-all: The work is done one piece after another, on one thread.",
                "Request 2 starts only after request 1 has returned.",
                "\n\nWhat sequential means: press e.\nA hint: press h.\n");
    }

    @Test
    @DisplayName("praises what is solved, says what was learned, what to compare with and what is next")
    void praises() throws IOException {
        Path solutions = Files.createDirectories(directory.resolve("solutions/src/main/java/twostoves/concurrency"));
        for (String name :
                new String[] {"FetchAllWithThreads", "FetchAll", "FetchThousands", "FetchAllWithGatherers"}) {
            Files.writeString(solutions.resolve(name + ".java"), "");
        }
        begin();
        awaitPage("not begun");

        desk.save(Desk.FETCH_ALL, "solved");

        awaitPage(
                "Two Stoves · fetch-all · exercise 1 · 1 of " + COUNT + " solved\n",
                "  ✓ fetch-all   10/10\n",
                "\nWell cooked!\nA thread that waits needs no core",
                "\n\nCompare yours with the reference:\n"
                        + "  solutions/src/main/java/twostoves/concurrency/FetchAll.java\n"
                        + "and, beside it, with FetchAllWithGatherers, FetchAllWithThreads.\n",
                "\n\nNext is take-turns: press n.\n");
    }

    @Test
    @DisplayName("remembers what came of an exercise")
    void remembers() throws IOException {
        begin();
        awaitPage("not begun");
        desk.save(Desk.FETCH_ALL, "solved");
        awaitPage("Well cooked!");
        awaitSolvedIsNoted(Desk.FETCH_ALL);

        assertThat(Results.of(desk.repository()).isSolved(Desk.FETCH_ALL)).isTrue();
        assertThat(desk.repository().report()).isRegularFile();
    }

    @Test
    @DisplayName("remembers what a report of Maven's tells of other exercises, when it writes its own in its place")
    void remembersMavens() throws IOException {
        begin();
        awaitPage("not begun");
        desk.save(Desk.FETCH_ALL, "solved");
        awaitPage("Well cooked!");
        awaitSolvedIsNoted(Desk.FETCH_ALL);
        Files.delete(notes());

        press("n");
        awaitPage("take-turns");
        desk.save(Desk.TAKE_TURNS, "solved");
        awaitSolvedIsNoted(Desk.TAKE_TURNS);

        assertThat(Results.of(desk.repository()).isSolved(Desk.FETCH_ALL)).isTrue();
    }

    @Test
    @DisplayName("sees a file that another one is moved upon")
    void savedByRename() throws IOException {
        begin();
        awaitPage("not begun");
        desk.saveByRename(Desk.FETCH_ALL, "sequential");
        awaitPage("Request 2 starts only");
        desk.saveByRename(Desk.FETCH_ALL, "solved");
        awaitPage("Well cooked!");
    }

    @Test
    @DisplayName("sees a file that is written in several steps, and never loses the last one")
    void savedInSteps() throws IOException {
        begin();
        awaitPage("not begun");
        for (int i = 0; i < 50; i++) {
            desk.saveWithBackup(Desk.FETCH_ALL, "sequential " + i);
        }
        desk.saveWithBackup(Desk.FETCH_ALL, "solved");

        awaitPage("Well cooked!");
        await().until(() -> judge.judged.getLast().equals("solved"));
    }

    @Test
    @DisplayName("does not judge a file anew that was only touched")
    void touched() throws IOException {
        begin();
        awaitPage("not begun");
        desk.save(Desk.FETCH_ALL, "sequential");
        awaitPage("Request 2 starts only");

        desk.save(Desk.FETCH_ALL, "sequential");
        desk.save(Desk.TAKE_TURNS, "solved");

        awaitPage("take-turns", "Well cooked!");
        assertThat(judge.judged).hasSize(3).endsWith("sequential", "solved");
    }

    @Test
    @DisplayName("gives up what it is judging when the file is saved again")
    void givesUp() throws IOException {
        begin();
        awaitPage("not begun");
        desk.save(Desk.FETCH_ALL, "endless");
        await().until(() -> judge.judged.contains("endless"));

        desk.save(Desk.FETCH_ALL, "solved");

        awaitPage("Well cooked!");
        assertThat(judge.givenUp).containsExactly("fetch-all");
    }

    @Test
    @DisplayName("turns to the exercise whose file is saved")
    void turns() throws IOException {
        begin();
        awaitPage("not begun");

        desk.save(Desk.SPLIT_RANGE, "sequential");

        awaitPage("Two Stoves · split-range · exercise 12 · ", "  ✗ split-range");
    }

    @Test
    @DisplayName("says when a file is not there any more, and brings it back")
    void missing() throws IOException {
        begin();
        awaitPage("not begun");
        Files.delete(desk.source(Desk.FETCH_ALL));

        awaitPage("There is no " + SOURCE + " any\nmore. To get the stub again press x.");
        press("x", "y");

        awaitPage("The stub is back.\n\n  · fetch-all   0/10   not begun\n");
        assertThat(desk.source(Desk.FETCH_ALL)).content().contains("throw new Todo();");
    }

    @Test
    @DisplayName("shows one hint after the other, and then all of them once more")
    void hints() {
        begin();
        awaitPage("not begun");
        press("h");
        awaitPage("Hint 1 of 5: What is your thread doing meanwhile?", "For the next hint press h again.");
        press("h", "h", "h", "h");
        awaitPage("Hint 5 of 5: Most of the method");
        assertThat(screen.page()).doesNotContain("next hint");
        press("h");
        awaitPage("You have seen all 5 hints. Once more:\n\nHint 1 of 5: ");
        press("h");
        awaitPage("You have seen all 5 hints. Once more:\n\nHint 2 of 5: ");
        press("escape");
        awaitPage("not begun");
    }

    private List<String> open(Path page) {
        return List.of("opened " + directory.relativize(page).toString().replace('\\', '/'));
    }

    @Test
    @DisplayName("writes the report as a page and opens it, only when it is asked to")
    void opens() throws IOException {
        Path page = directory.resolve("target/kata/report.html");
        desk.save(Desk.FETCH_ALL, "sequential");
        begin();
        awaitPage("What sequential means");
        assertThat(page).doesNotExist();

        press("o");
        awaitPage("\n\nopened target/kata/report.html\n");
        assertThat(page).content().contains("fetch-all").endsWith("</html>\n");

        press("enter");
        awaitPage("What sequential means");
    }

    @Test
    @DisplayName("has nothing to open before there is a verdict")
    void opensNothing() throws IOException {
        desk.save(Desk.FETCH_ALL, "faulty");
        begin();
        awaitPage("no judge today");
        press("o");
        awaitPage("There is no report yet: your code has not been judged.");
        assertThat(directory.resolve("target/kata/report.html")).doesNotExist();
    }

    @Test
    @DisplayName("explains the mistake that the verdict names")
    void explains() throws IOException {
        begin();
        awaitPage("not begun");
        press("e");
        awaitPage("There is nothing to explain: the last verdict names no mistake.");

        desk.save(Desk.FETCH_ALL, "sequential");
        awaitPage("What sequential means: press e.");
        press("e");

        awaitPage("sequential: The work is done one piece after another, on one thread.\n\nHow it shows\n");
    }

    @Test
    @DisplayName("runs again, and goes on to the next exercise")
    void runsAndGoesOn() {
        begin();
        awaitPage("not begun");
        press("r");
        await().until(() -> judge.judged.size() == 2);
        awaitPage("fetch-all   0/10");
        press("n");
        awaitPage("Two Stoves · take-turns · exercise 2 · ", "take-turns   0/10");
        assertThat(judge.judged).hasSize(3);
    }

    @Test
    @DisplayName("lists the exercises and turns to the one that is picked")
    void list() {
        begin();
        awaitPage("not begun");
        press("l");
        awaitPage(
                "One stove: concurrency\n>  1  fetch-all ",
                "\n   2  take-turns ",
                "0 of " + COUNT + " exercises solved.\n\n↑ ↓ move   Enter work at this one   Esc back   q quit");
        press("down", "j", "k");
        awaitPage("\n>  2  take-turns ");
        press("escape");
        awaitPage("fetch-all   0/10   not begun");
        press("l", "down", "enter");
        awaitPage("take-turns   0/10   not begun");
    }

    @Test
    @DisplayName("shows as much of the list as the screen has room for, around what is marked")
    void longList() {
        screen.rows = 15;
        begin();
        awaitPage("not begun");
        press("l", "end");
        awaitPage("> " + Curriculum.exercises().getLast().number() + "  ");
        assertThat(screen.page()).doesNotContain("fetch-all").hasLineCount(14);
        press("home");
        awaitPage(">  1  fetch-all");
        assertThat(screen.page()).hasLineCount(14);
    }

    @Test
    @DisplayName("puts the stub back only if that is wanted, and keeps a copy")
    void reset() throws IOException {
        begin();
        awaitPage("not begun");
        press("x");
        awaitPage(SOURCE + " is the stub: there\nis nothing to reset.");
        desk.save(Desk.FETCH_ALL, "sequential");
        awaitPage("Request 2 starts only");

        press("x");
        awaitPage("Put the stub back in the place of your\n" + SOURCE
                + "? A copy of yours is\nkept. For yes press y; anything else leaves it.");
        press("n");
        awaitPage("Nothing was changed.\n", "Request 2 starts only");
        assertThat(desk.source(Desk.FETCH_ALL)).hasContent("sequential");

        press("x", "y");
        awaitPage("The stub is back. Yours is in .kata/reset/FetchAll-1.java.\n\n  · fetch-all   0/10   not begun\n");
        assertThat(directory.resolve(".kata/reset/FetchAll-1.java")).hasContent("sequential");
    }

    @Test
    @DisplayName("shows what the code prints, harmlessly")
    void prints() throws IOException {
        begin();
        awaitPage("not begun");
        desk.save(Desk.FETCH_ALL, "sequential prints");
        awaitPage("Your code printed:\n    one\n    two\n    \\u001b[2Jthree\n\n  ✗ fetch-all");
    }

    @Test
    @DisplayName("says what does not compile, and offers no hint on it")
    void broken() throws IOException {
        begin();
        awaitPage("not begun");
        desk.save(Desk.FETCH_ALL, "broken");
        awaitPage("';' expected", "What does-not-compile means: press e.");
        assertThat(screen.page()).doesNotContain("A hint");
    }

    @Test
    @DisplayName("goes on after a fault of the grader")
    void fault() throws IOException {
        begin();
        awaitPage("not begun");
        desk.save(Desk.FETCH_ALL, "faulty");
        awaitPage("The grader failed: java.lang.IllegalStateException: no judge today");
        desk.save(Desk.FETCH_ALL, "solved");
        awaitPage("Well cooked!");
    }

    @Test
    @DisplayName("ends when somebody quits, whatever it is judging")
    void quits() throws IOException {
        desk.save(Desk.FETCH_ALL, "endless");
        begin();
        await().until(() -> judge.judged.contains("endless"));
        press("q");
        awaitEnd(Status.SOLVED);
        await().until(() -> judge.givenUp.contains("fetch-all"));
        assertThat(judge.closed).isTrue();
    }

    @Test
    @DisplayName("ends with the last verdict when nobody types any more")
    void endsWithInput() {
        typed.add(new Event.NobodyTypes());
        begin(Optional.of(Desk.TAKE_TURNS));
        awaitEnd(Status.UNSOLVED);
        assertThat(screen.page()).contains("take-turns   0/10   not begun").doesNotContain("h hint");
    }
}
