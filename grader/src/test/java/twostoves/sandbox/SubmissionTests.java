package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A submission")
class SubmissionTests {

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createDirectory(temporary.resolve("clone"));
    }

    private Path file(String path) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    @Test
    @DisplayName("of a clone is its module exercises, and nothing of the others")
    void wholeRepository() throws Exception {
        Path wanted = file("exercises/src/main/java/twostoves/concurrency/FetchAll.java");
        file("solutions/src/main/java/twostoves/concurrency/FetchAll.java");
        file("grader/src/main/java/twostoves/checks/Curriculum.java");
        file("exercises/src/test/java/twostoves/concurrency/FetchAllTest.java");

        Submission submission = Submission.in(directory);

        assertThat(submission.module()).isEqualTo(directory.resolve("exercises"));
        assertThat(submission.sources()).containsExactly(wanted);
    }

    @Test
    @DisplayName("of a module is what it holds in the four packages and below, in order")
    void module() throws Exception {
        Path split = file("src/main/java/twostoves/parallelism/SplitRange.java");
        Path helper = file("src/main/java/twostoves/concurrency/util/Helper.java");
        Path fetch = file("src/main/java/twostoves/concurrency/FetchAll.java");
        file("src/main/java/twostoves/checks/Curriculum.java");
        file("src/main/java/module-info.java");
        file("src/main/java/twostoves/concurrency/notes.txt");
        file("pom.xml");

        Submission submission = Submission.in(directory);

        assertThat(submission.sources()).containsExactly(fetch, helper, split);
        assertThat(submission.className(helper)).isEqualTo("twostoves.concurrency.util.Helper");
        assertThat(submission.nameOf(helper)).isEqualTo("src/main/java/twostoves/concurrency/util/Helper.java");
    }

    @Test
    @DisplayName("cannot be a directory that does not exist")
    void missing() {
        assertThatThrownBy(() -> Submission.in(directory.resolve("none")))
                .isInstanceOf(InvalidSubmissionException.class)
                .hasMessage("There is no directory " + directory.resolve("none") + ".");
    }

    @Test
    @DisplayName("cannot be a directory without sources")
    void empty() throws IOException {
        file("exercises/src/main/java/twostoves/concurrency/notes.txt");

        assertThatThrownBy(() -> Submission.in(directory))
                .isInstanceOf(InvalidSubmissionException.class)
                .hasMessage("Nothing to grade in " + directory + ": no Java sources in src/main/java/twostoves/"
                        + "{concurrency,parallelism,sharing,choosing}, there or in its directory exercises.");
    }

    @Test
    @DisplayName("has no file that is a symbolic link")
    void linkedFile() throws IOException {
        Path elsewhere = Files.writeString(temporary.resolve("Elsewhere.java"), "");
        file("src/main/java/twostoves/concurrency/FetchAll.java");
        Path link = link("src/main/java/twostoves/concurrency/Stolen.java", elsewhere);

        assertThatThrownBy(() -> Submission.in(directory))
                .isInstanceOf(InvalidSubmissionException.class)
                .hasMessage(link + " is a symbolic link, and links are not graded.");
    }

    @Test
    @DisplayName("has no directory that is a symbolic link")
    void linkedDirectory() throws IOException {
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere/twostoves/concurrency"));
        Files.writeString(elsewhere.resolve("FetchAll.java"), "");
        Files.createDirectories(directory.resolve("src/main"));
        Path link = link("src/main/java", temporary.resolve("elsewhere"));

        assertThatThrownBy(() -> Submission.in(directory))
                .isInstanceOf(InvalidSubmissionException.class)
                .hasMessage(link + " is a symbolic link, and links are not graded.");
    }

    @Test
    @DisplayName("may lie beside the lock of an editor, which is a link to nowhere")
    void editorLock() throws Exception {
        Path fetch = file("src/main/java/twostoves/concurrency/FetchAll.java");
        link("src/main/java/twostoves/concurrency/.#FetchAll.java", Path.of("me@here.123"));

        assertThat(Submission.in(directory).sources()).containsExactly(fetch);
    }

    @Test
    @DisplayName("has no source with a name that no class has")
    void oddName() throws IOException {
        Path odd = file("src/main/java/twostoves/concurrency/Fetch All.java");

        assertThatThrownBy(() -> Submission.in(directory))
                .isInstanceOf(InvalidSubmissionException.class)
                .hasMessage("\"Fetch All.java\" in " + odd.getParent()
                        + " is no name of a Java class or package. Rename it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"module-info", "Fetch\u202EllA", "Fetch\u200BAll", "1st", "class", "a.b", "-J-Xmx"})
    @DisplayName(
            "has no source with the name of a module, with marks that cannot be seen, or with what a compiler may misread")
    void oddNames(String name) throws IOException {
        file("src/main/java/twostoves/concurrency/" + name + ".java");

        assertThatThrownBy(() -> Submission.in(directory))
                .isInstanceOf(InvalidSubmissionException.class)
                .hasMessageEndingWith(" is no name of a Java class or package. Rename it.")
                .message()
                .doesNotContain("\u202E", "\u200B");
    }

    @Test
    @DisplayName("may have names in any script, and a description of a package")
    void scripts() throws Exception {
        Path umlaut = file("src/main/java/twostoves/concurrency/Gr\u00F6\u00DFe.java");
        Path info = file("src/main/java/twostoves/concurrency/package-info.java");

        assertThat(Submission.in(directory).sources()).containsExactlyInAnyOrder(umlaut, info);
    }

    @Test
    @DisplayName("has no two sources that differ in capitals only")
    void twins() throws IOException {
        Path upper = file("src/main/java/twostoves/concurrency/FETCH.java");
        Path lower = file("src/main/java/twostoves/concurrency/Fetch.java");
        assumeThat(Files.isSameFile(upper, lower)).isFalse();

        assertThatThrownBy(() -> Submission.in(directory))
                .isInstanceOf(InvalidSubmissionException.class)
                .hasMessage(upper + " and " + lower + " differ in capitals only. Rename one of them.");
    }

    @Test
    @DisplayName("has sources of 256 KiB at most")
    void largeFile() throws IOException {
        Path large = file("src/main/java/twostoves/concurrency/Fetch.java");
        Files.write(large, new byte[300_000]);

        assertThatThrownBy(() -> Submission.in(directory))
                .isInstanceOf(InvalidSubmissionException.class)
                .hasMessage(large + " has 300,000 bytes, and a source file may have 262,144. Make it smaller.");
    }

    @Test
    @DisplayName("has 4 MiB of sources at most")
    void manyBytes() throws IOException {
        for (int i = 0; i < 17; i++) {
            Files.write(file("src/main/java/twostoves/concurrency/Part" + i + ".java"), new byte[256 * 1024]);
        }

        assertThatThrownBy(() -> Submission.in(directory))
                .isInstanceOf(InvalidSubmissionException.class)
                .hasMessage("The Java files have 4,456,448 bytes in all, and may have 4,194,304.");
    }

    @Test
    @DisplayName("has 1,000 sources at most")
    void manyFiles() throws IOException {
        for (int i = 0; i < 1_001; i++) {
            file("src/main/java/twostoves/concurrency/Part" + i + ".java");
        }

        assertThatThrownBy(() -> Submission.in(directory))
                .isInstanceOf(InvalidSubmissionException.class)
                .hasMessage(
                        "There are 1,001 Java files in the packages of the exercises, and at most 1,000 are graded.");
    }

    private Path link(String path, Path target) throws IOException {
        Path link = directory.resolve(path);
        try {
            return Files.createSymbolicLink(link, target);
        } catch (FileSystemException | UnsupportedOperationException e) {
            assumeThat(false).as("links cannot be made here").isTrue();
            return link;
        }
    }
}
