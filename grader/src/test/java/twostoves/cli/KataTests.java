package twostoves.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.checks.Curriculum;
import twostoves.checks.parallelism.SplitRangeChecks;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.report.ConsoleStyle;
import twostoves.report.Format;
import twostoves.report.JsonReport;
import twostoves.report.Report;
import twostoves.workspace.Repository;
import twostoves.workspace.Results;

@DisplayName("kata")
class KataTests {

    private static final String KNOWN =
            Curriculum.exercises().stream().map(Exercise::id).collect(Collectors.joining(", ", "Known: ", ".\n"));

    private static final String FORMATS =
            Arrays.stream(Format.values()).map(Format::id).collect(Collectors.joining(", ", "Known: ", ".\n"));

    @TempDir
    Path directory;

    private ConsoleStyle style = ConsoleStyle.PLAIN;
    private String typed = "";
    private Browser browser = Browser.NONE;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void makeRepository() throws IOException {
        write("exercises/pom.xml", "");
        stub("concurrency", "FetchAll");
        stub("parallelism", "SplitRange");
        stub("parallelism", "SumOfSquares");
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The real stubs would do as well, but may have been solved by whoever runs these tests. */
    private void stub(String track, String name) throws IOException {
        String method = switch (name) {
            case "FetchAll" ->
                "java.util.List<String> fetchAll(java.util.List<String> paths, twostoves.kit.RemoteApi api)";
            case "SplitRange" -> "java.util.List<twostoves.kit.Range> split(twostoves.kit.Range whole, int parts)";
            default ->
                "long sumOfSquares(twostoves.kit.Range numbers, int workers,"
                        + " java.util.function.LongUnaryOperator square)";
        };
        write("exercises/src/main/java/twostoves/" + track + "/" + name + ".java", """
                package twostoves.%s;

                public final class %s implements twostoves.contract.%sContract {
                    public %s {
                        throw new twostoves.kit.Todo();
                    }
                }
                """.formatted(
                        track, name, name, method));
    }

    private int kata(String... args) {
        return kataIn(directory, args);
    }

    private int kataIn(Path current, String... args) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                style,
                false);
        return Kata.run(new Surroundings(current, Optional.empty(), terminal, false, browser), args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private void assertWrongUse(String message, String... args) {
        assertThat(kata(args)).isEqualTo(2);
        assertThat(err()).isEqualTo(message);
        assertThat(out()).isEmpty();
    }

    @Test
    @DisplayName("without a command does what watch does, and ends with standard input")
    void nothing() {
        assertThat(kata()).isEqualTo(1);
        assertThat(out()).contains("""
                Two Stoves · fetch-all · exercise 1 · 0 of %d solved

                  · fetch-all   0/10   not begun

                Read   docs/exercises/fetch-all.md
                Write  exercises/src/main/java/twostoves/concurrency/FetchAll.java

                Whenever you save that file, the verdict on it appears here.
                """.formatted(Curriculum.exercises().size()));
    }

    @Test
    @DisplayName("refuses an unknown command, and guesses what was meant")
    void unknownCommand() {
        assertWrongUse("""
                Unknown command: "chekc". Did you mean check?
                Try "kata --help".
                """, "chekc");
        assertWrongUse("""
                Unknown command: "dance".
                Try "kata --help".
                """, "dance");
    }

    @Test
    @DisplayName("refuses an unknown option")
    void unknownOption() {
        assertWrongUse("""
                Unknown option: '--fast'
                Try "kata check --help".
                """, "check", "--fast");
    }

    @Test
    @DisplayName("helps, and names only what there is")
    void help() {
        assertThat(kata("--help")).isZero();
        assertThat(out())
                .contains("watch", "check", "list", "hint", "explain", "reset", "grade")
                .doesNotContain("prepare");
    }

    @Test
    @DisplayName("knows each command by the name that its own help has")
    void names() {
        List<String> names = List.of(
                "watch", "check", "list", "hint", "reset", "explain", "grade", "class", "merge", "similar", "bundle");
        for (String name : names) {
            out.reset();
            assertThat(kata(name, "--help")).isZero();
            assertThat(out()).startsWith("Usage: kata " + name + " [");
        }
        out.reset();
        assertThat(kata("--help")).isZero();
        assertThat(out().substring(out().indexOf("Commands:")).lines().skip(1))
                .filteredOn(line -> line.matches("  [a-z].*"))
                .extracting(line -> line.strip().split(" ")[0])
                .containsExactlyElementsOf(names);
    }

    @Test
    @DisplayName("tells its version and that of Java")
    void version() {
        assertThat(kata("--version")).isZero();
        assertThat(out()).matches("kata \\S+ on Java 2\\d.*\n");
    }

    @Nested
    @DisplayName("check")
    class Check {

        @Test
        @DisplayName("grades the exercises named, prints the board and writes the report")
        void named() throws IOException {
            assertThat(kata("check", "fetch-all")).isEqualTo(1);
            assertThat(out()).contains("fetch-all").doesNotContain("split-range");
            Report report = JsonReport.read(directory.resolve("target/kata/report.json"));
            assertThat(report.exercises()).hasSize(1);
            assertThat(report.count(ExerciseResult.Status.UNSOLVED)).isOne();
        }

        @Test
        @DisplayName(
                "keeps in mind what a report of Maven's tells of other exercises, when it writes its own in its place")
        void remembersMavens() throws IOException {
            Repository repository = new Repository(directory);
            kata("check", "split-range");
            Files.delete(repository.memory().resolve("results.json"));

            kata("check", "fetch-all");

            assertThat(Results.of(repository).of(Exercise.of(SplitRangeChecks.class)))
                    .contains(
                            new Results.Result(ExerciseResult.Status.UNSOLVED, 0, 10, Optional.of(Diagnosis.UNSOLVED)));
        }

        @Test
        @DisplayName("refuses an unknown format before it grades")
        void format() {
            assertWrongUse("Unknown format: \"pdf\". " + FORMATS, "check", "fetch-all", "--format", "pdf");
            assertThat(directory.resolve("target")).doesNotExist();
        }

        @Test
        @DisplayName("opens the page with all timelines when it is asked to")
        void open() {
            List<String> opened = new ArrayList<>();
            browser = new Browser("Linux", Map.of("DISPLAY", ":0"), command -> opened.addAll(command));

            assertThat(kata("check", "split-range", "--open")).isEqualTo(1);

            Path page = directory.resolve("target/kata/report.html");
            assertThat(page).content().contains("<h1>exercises</h1>", "id=\"split-range\"");
            assertThat(opened).containsExactly("xdg-open", page.toString());
            assertThat(out()).endsWith("\n\nOpened in your browser: target/kata/report.html\n");
        }

        @Test
        @DisplayName("says where the page is when no browser can be opened")
        void noBrowser() {
            assertThat(kata("check", "split-range", "--open")).isEqualTo(1);

            Path page = directory.resolve("target/kata/report.html");
            assertThat(page).isRegularFile();
            assertThat(out()).endsWith("""

                    No browser can be opened from here. Open this page yourself:
                      %s
                    """.formatted(page.toUri()));
        }

        @Test
        @DisplayName("finds the repository from a directory within")
        void within() {
            assertThat(kataIn(directory.resolve("exercises/src"), "check", "split-range"))
                    .isEqualTo(1);
            assertThat(directory.resolve("target/kata/report.json")).exists();
        }

        @Test
        @DisplayName("shows what the code of one exercise prints, harmlessly")
        void output() throws IOException {
            write("exercises/src/main/java/twostoves/concurrency/FetchAll.java", """
                    package twostoves.concurrency;

                    public final class FetchAll implements twostoves.contract.FetchAllContract {
                        public java.util.List<String> fetchAll(
                                java.util.List<String> paths, twostoves.kit.RemoteApi api) {
                            System.out.println("begun\\u001b[2J");
                            throw new twostoves.kit.Todo();
                        }
                    }
                    """);

            kata("check", "fetch-all");

            assertThat(out()).startsWith("Your code printed:\n    begun\\u001b[2J\n");
        }

        @Test
        @DisplayName("refuses an exercise that does not exist, and guesses what was meant")
        void unknown() {
            assertWrongUse("Unknown exercise: \"fetchall\". Did you mean fetch-all? " + KNOWN, "check", "fetchall");
            assertWrongUse("Unknown exercise: \"dance\". " + KNOWN, "check", "fetch-all", "dance");
        }

        @Test
        @DisplayName("says that it is not in a repository")
        void elsewhere(@TempDir Path elsewhere) {
            assertThat(kataIn(elsewhere, "check")).isEqualTo(2);
            assertThat(err())
                    .isEqualTo("Not in a clone of Two Stoves: there is no exercises/pom.xml in " + elsewhere
                            + " or above it.\n");
        }
    }

    @Nested
    @DisplayName("list")
    class ListOfExercises {

        @Test
        @DisplayName("shows where you are and what comes next")
        void nothingYet() {
            assertThat(kata("list")).isZero();
            assertThat(out().replaceAll("  +not graded yet", "  not graded yet"))
                    .startsWith("""
                    One stove: concurrency
                       1  fetch-all  not graded yet
                    """)
                    .contains("""

                    Two stoves: parallelism
                      12  split-range  not graded yet
                      13  sum-of-squares  not graded yet
                    """)
                    .endsWith("""

                    0 of %d exercises solved.
                    Next: exercises/src/main/java/twostoves/concurrency/FetchAll.java, then ./kata check fetch-all
                    """.formatted(Curriculum.exercises().size()));
        }

        @Test
        @DisplayName("tells what came of exercises in their last runs, each of which graded one of them only")
        void afterChecks() {
            kata("check", "fetch-all");
            kata("check", "split-range");
            kata("list");

            assertThat(out())
                    .containsPattern("   1  fetch-all +unsolved  0 of 10\n")
                    .containsPattern("  12  split-range +unsolved  0 of 10\n")
                    .containsPattern("sum-of-squares +not graded yet");
        }

        @Test
        @DisplayName("takes a report that cannot be read for none")
        void garbled() throws IOException {
            write("target/kata/report.json", "garbled");

            assertThat(kata("list")).isZero();
            assertThat(out()).containsPattern("fetch-all +not graded yet");
        }
    }

    @Nested
    @DisplayName("hint")
    class Hint {

        @Test
        @DisplayName("shows one hint at a time, and remembers")
        void next() {
            kata("hint", "fetch-all");
            assertThat(out())
                    .startsWith("Hint 1 of 5: ")
                    .endsWith("\n\nWhen you have tried this, the next one: ./kata hint fetch-all\n");
            kata("hint", "fetch-all");
            assertThat(out()).startsWith("Hint 2 of 5: ");
            kata("hint", "split-range");
            assertThat(out()).startsWith("Hint 1 of ");
        }

        @Test
        @DisplayName("says when there are no more")
        void exhausted() {
            for (int i = 0; i < 5; i++) {
                kata("hint", "fetch-all");
            }
            assertThat(out()).startsWith("Hint 5 of 5: ").doesNotContain("the next one");
            assertThat(kata("hint", "fetch-all")).isZero();
            assertThat(out())
                    .isEqualTo("You have seen all 5 hints for fetch-all. Again: ./kata hint fetch-all --all\n");
        }

        @Test
        @DisplayName("shows a certain one, or all, and forgets nothing over it")
        void chosen() {
            kata("hint", "fetch-all", "-n", "4");
            assertThat(out()).startsWith("Hint 4 of 5: ");
            kata("hint", "fetch-all", "--all");
            assertThat(out()).contains("Hint 1 of 5: ", "Hint 5 of 5: ");
            kata("hint", "fetch-all");
            assertThat(out()).startsWith("Hint 1 of 5: ");
        }

        @Test
        @DisplayName("refuses a hint that there is not")
        void tooFar() {
            assertWrongUse("There is no hint 9 for fetch-all; there are 5.\n", "hint", "fetch-all", "-n", "9");
        }

        @Test
        @DisplayName("begins again where its memory cannot be read")
        void garbled() throws IOException {
            write(".kata/hints.json", "[]");

            kata("hint", "fetch-all");
            assertThat(out()).startsWith("Hint 1 of 5: ");
        }
    }

    @Nested
    @DisplayName("reset")
    class Reset {

        private static final String FILE = "exercises/src/main/java/twostoves/concurrency/FetchAll.java";
        private static final String QUESTION =
                "Put the stub back in the place of your " + FILE + "? A copy of yours is kept. [y/N]\n";

        @Test
        @DisplayName("puts the stub back if you agree, and keeps a copy")
        void agreed() throws IOException {
            write(FILE, "mine");
            typed = "Yes\n";

            assertThat(kata("reset", "fetch-all")).isZero();

            assertThat(out()).isEqualTo(QUESTION + "The stub is back. Yours is in .kata/reset/FetchAll-1.java.\n");
            assertThat(directory.resolve(FILE)).content().contains("class FetchAll", "throw new Todo();");
            assertThat(directory.resolve(".kata/reset/FetchAll-1.java")).hasContent("mine");
            assertThat(directory.resolve(".kata/.gitignore")).hasContent("*");
        }

        @Test
        @DisplayName("keeps every copy")
        void copies() throws IOException {
            write(FILE, "first");
            kata("reset", "fetch-all", "--yes");
            write(FILE, "second");
            kata("reset", "fetch-all", "-y");

            assertThat(out()).isEqualTo("The stub is back. Yours is in .kata/reset/FetchAll-2.java.\n");
            assertThat(directory.resolve(".kata/reset/FetchAll-1.java")).hasContent("first");
            assertThat(directory.resolve(".kata/reset/FetchAll-2.java")).hasContent("second");
        }

        @Test
        @DisplayName("changes nothing if you say no, or nothing")
        void refused() throws IOException {
            write(FILE, "mine");
            for (String answer : new String[] {"n\n", "\n", ""}) {
                typed = answer;
                assertThat(kata("reset", "fetch-all")).isEqualTo(1);
                assertThat(out()).isEqualTo(QUESTION + "Nothing was changed.\n");
            }
            assertThat(directory.resolve(FILE)).hasContent("mine");
            assertThat(directory.resolve(".kata")).doesNotExist();
        }

        @Test
        @DisplayName("does nothing where the stub is")
        void stubAlready() throws IOException {
            Files.delete(directory.resolve(FILE));
            kata("reset", "fetch-all", "--yes");
            assertThat(out()).isEqualTo("The stub is back.\n");

            assertThat(kata("reset", "fetch-all")).isZero();
            assertThat(out()).isEqualTo(FILE + " is the stub: there is nothing to reset.\n");
        }

        @Test
        @DisplayName("refuses an exercise that does not exist, and guesses what was meant")
        void unknown() {
            assertWrongUse("Unknown exercise: \"fetchall\". Did you mean fetch-all? " + KNOWN, "reset", "fetchall");
        }
    }

    @Nested
    @DisplayName("explain")
    class Explain {

        @Test
        @DisplayName("shows the entry of a diagnosis")
        void known() {
            assertThat(kata("explain", "sequential")).isZero();
            assertThat(out())
                    .startsWith(
                            "sequential: The work is done one piece after another, on one thread.\n\nHow it shows\n")
                    .contains("\n\nWhy it matters\n", "\n\nWhat to do\n", "    first     ████\n");
        }

        @Test
        @DisplayName("keeps to ASCII where the terminal has no more")
        void ascii() {
            style = ConsoleStyle.PLAIN.withUnicode(false);
            kata("explain", "sequential");

            assertThat(out()).contains("    first     ####\n").matches("\\p{ASCII}*");
        }

        @Test
        @DisplayName("refuses a name that does not exist, and guesses what was meant")
        void unknown() {
            assertWrongUse(
                    "Unknown diagnosis: \"submit-than-wait\". Did you mean submit-then-wait?\n",
                    "explain",
                    "submit-than-wait");
            assertWrongUse(
                    "Unknown diagnosis: \"xyz\". All of them are in docs/misconceptions.md.\n", "explain", "xyz");
        }
    }

    @Nested
    @DisplayName("grade")
    class Grade {

        @Test
        @DisplayName("grades a directory and writes the report where it is told")
        void grades() throws IOException {
            assertThat(kata("grade", "exercises", "--only", "fetch-all,split-range", "--out", "reports"))
                    .isEqualTo(1);
            Report report = JsonReport.read(directory.resolve("reports/report.json"));
            assertThat(report.submission()).isEqualTo("exercises");
            assertThat(report.exercises()).hasSize(2);
        }

        @Test
        @DisplayName("refuses a directory without a submission")
        void empty(@TempDir Path elsewhere) {
            assertWrongUse(
                    "Nothing to grade in " + elsewhere + ": no Java sources in src/main/java/twostoves/"
                            + "{concurrency,parallelism,sharing,choosing}, there or in its directory exercises.\n",
                    "grade",
                    elsewhere.toString());
        }

        @Test
        @DisplayName("refuses an unknown format before it grades, and guesses what was meant")
        void format() {
            assertWrongUse("Unknown format: \"pdf\". " + FORMATS, "grade", "exercises", "--format", "json,pdf");
            assertWrongUse(
                    "Unknown format: \"jsn\". Did you mean json? " + FORMATS, "grade", "exercises", "--format", "jsn");
            assertThat(directory.resolve("target")).doesNotExist();
        }

        @Test
        @DisplayName("refuses two formats that write the same file")
        void sameFile() {
            assertWrongUse(
                    "Both gradescope and exercism write results.json: ask for one of them at a time.\n",
                    "grade",
                    "exercises",
                    "--format",
                    "exercism,gradescope");
        }

        @Test
        @DisplayName("writes what was asked for beside the report")
        void other() {
            assertThat(kata("grade", "exercises", "--only", "fetch-all", "--format", "markdown,csv", "--out", "out"))
                    .isEqualTo(1);
            assertThat(directory.resolve("out"))
                    .isDirectoryContaining("glob:**report.json")
                    .isDirectoryContaining("glob:**report.md")
                    .isDirectoryContaining("glob:**report.csv");
        }

        @Test
        @DisplayName("names the formats in its help")
        void formats() {
            assertThat(kata("grade", "--help")).isZero();
            assertThat(out().replaceAll("\\s+", " ")).contains("What to write beside report.json: json, html");
        }

        @Test
        @DisplayName("refuses an exercise that does not exist")
        void unknown() {
            assertWrongUse(
                    "Unknown exercise: \"split-rang\". Did you mean split-range? " + KNOWN,
                    "grade",
                    "exercises",
                    "--only",
                    "split-rang");
        }
    }

    @Nested
    @DisplayName("bundle")
    class BundleFor {

        @Test
        @DisplayName("refuses an unknown platform, and guesses what was meant")
        void unknown() {
            assertWrongUse(
                    "Unknown platform: \"gradscope\". Did you mean gradescope?"
                            + " Known: classroom50, gradescope, github-classroom.\n",
                    "bundle",
                    "gradscope");
        }

        @Test
        @DisplayName("refuses where there is no jar to bundle")
        void noJar() {
            assertWrongUse("There is no kata.jar to bundle. Run this as ./kata bundle.\n", "bundle", "classroom50");
        }

        @Test
        @DisplayName("names the platforms in its help")
        void help() {
            assertThat(kata("bundle", "--help")).isZero();
            assertThat(out()).contains("One of classroom50, gradescope, github-classroom.");
        }
    }
}
