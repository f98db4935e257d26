package twostoves.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import twostoves.checks.Curriculum;
import twostoves.grading.ExerciseResult.Status;
import twostoves.report.ConsoleStyle;

@DisplayName("The learner's loop at a terminal")
@Timeout(120)
class LearnersLoopTests {

    private static final int COUNT = Curriculum.exercises().size();
    private static final String CLEAR = "\u001b[H\u001b[2J";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PipedOutputStream keys = new PipedOutputStream();
    private Desk desk;
    private Terminal terminal;
    private volatile Optional<Status> end = Optional.empty();

    @TempDir
    Path directory;

    @BeforeEach
    void open() throws IOException {
        desk = Desk.in(directory);
        terminal = TerminalBuilder.builder()
                .system(false)
                .streams(new PipedInputStream(keys), shown)
                .type("xterm")
                .encoding(StandardCharsets.UTF_8)
                .graphemeCluster(false)
                .size(Size.of(80, 24))
                .build();
    }

    @AfterEach
    void close() throws IOException {
        press("q");
        await().atMost(Duration.ofSeconds(60)).until(() -> end.isPresent());
        terminal.close();
    }

    private void begin(ConsoleStyle style) {
        LearnersLoop loop = new LearnersLoop(
                desk.repository(),
                path -> directory.relativize(path).toString().replace('\\', '/'),
                style,
                page -> List.of());
        Thread.ofPlatform().start(() -> {
            try {
                end = Optional.of(loop.at(terminal, new FakeJudge(desk), Optional.empty()));
            } catch (InterruptedException e) {
                end = Optional.of(Status.ERROR);
            }
        });
    }

    private void press(String sequence) throws IOException {
        keys.write(sequence.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** What has been shown since the screen was last cleared. */
    private String page() {
        String all = shown.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        return all.substring(all.lastIndexOf(CLEAR) + CLEAR.length());
    }

    private void awaitPage(String... parts) {
        awaitPage(page -> assertThat(page).contains(parts));
    }

    /** Awaits the end of the page: a thread of the terminal's carries here what was written, piece by piece. */
    private void awaitEndOfPage(String last) {
        awaitPage(page -> assertThat(page).endsWith(last));
    }

    private void awaitPage(Consumer<String> demand) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(shown.toString(StandardCharsets.UTF_8)).contains(CLEAR);
            demand.accept(page());
        });
    }

    @Test
    @DisplayName("takes the place of what was there, with the keys below it")
    void page80() throws IOException {
        begin(ConsoleStyle.PLAIN);
        awaitEndOfPage("q quit");
        assertThat(page())
                .startsWith("Two Stoves · fetch-all · exercise 1 · 0 of " + COUNT + " solved\n\n")
                .endsWith("\n\nh hint   e explain   r run again   n next   l list   x reset   o report   q quit")
                .doesNotContain("\u001b");
    }

    @Test
    @DisplayName("has colours where they are wanted, and ASCII where there is no more")
    void styles() throws IOException {
        begin(ConsoleStyle.PLAIN.withColours(true).withUnicode(false));
        awaitEndOfPage(" quit");
        assertThat(page())
                .contains("\u001b[1mTwo Stoves | fetch-all | exercise 1 | 0 of ", "\u001b[1mh\u001b[0m hint")
                .matches("\\p{ASCII}*");
    }

    @Test
    @DisplayName("keeps to a narrow terminal, also when it has become one")
    void narrow() throws IOException {
        begin(ConsoleStyle.PLAIN);
        awaitPage("Whenever you save that file");
        terminal.setSize(Size.of(40, 24));
        terminal.raise(Terminal.Signal.WINCH);
        awaitPage("\nh hint   e explain   r run again\nn next   l list   x reset   o report\nq quit");
        press("h");
        awaitPage("For the next hint");
        assertThat(page().lines().toList()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
    }

    @Test
    @DisplayName("knows arrows, Home, End, Enter and Escape, in either form that terminals send")
    void keys() throws IOException {
        begin(ConsoleStyle.PLAIN);
        awaitPage("Whenever you save that file");
        press("l");
        awaitPage(">  1  fetch-all");
        press("\u001b[B\u001bOB");
        awaitPage(">  3  fetch-thousands");
        press("\u001b[A");
        awaitPage(">  2  take-turns");
        press("\u001b[F");
        awaitPage("> " + Curriculum.exercises().getLast().number() + "  ");
        press("\u001b[1~");
        awaitPage(">  1  fetch-all");
        press("\u001b[3~\u001b[B\r");
        awaitPage("take-turns   0/10   not begun");
        press("l");
        awaitPage(">  2  take-turns");
        press("\u001b");
        awaitPage("take-turns   0/10   not begun");
    }

    @Test
    @DisplayName("ends at Ctrl-C, with a line of its own for the shell")
    void ctrlC() throws IOException {
        begin(ConsoleStyle.PLAIN);
        awaitPage("Whenever you save that file");
        press("\u0003");
        await().atMost(Duration.ofSeconds(60)).until(() -> end.equals(Optional.of(Status.SOLVED)));
        awaitEndOfPage("q quit\n");
    }

    @Test
    @DisplayName("without a terminal shows one page after the other and takes lines")
    void inLines() throws InterruptedException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LearnersLoop loop = new LearnersLoop(
                desk.repository(),
                path -> directory.relativize(path).toString().replace('\\', '/'),
                ConsoleStyle.PLAIN,
                page -> List.of());

        Status status = loop.inLines(
                new ByteArrayInputStream("H\nfoo\ntake-turns\n".getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new FakeJudge(desk),
                Optional.empty());

        assertThat(status).isEqualTo(Status.UNSOLVED);
        assertThat(out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .contains(
                        "Hint 1 of 5: What is your thread doing meanwhile?",
                        "For the next hint type h and Enter again.",
                        "\n\nType a letter and Enter:\nh hint   e explain   r run again",
                        "\"foo\" is no key and no exercise.",
                        "  · take-turns   0/10   not begun\n")
                .doesNotContain("\u001b");
        end = Optional.of(status);
    }
}
