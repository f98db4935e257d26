package twostoves.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A class folder")
class ClassFolderTests {

    @TempDir
    Path directory;

    private ClassFolder folder() throws ClassException, IOException {
        return ClassFolder.in(directory, directory.resolve("out"));
    }

    @Test
    @DisplayName("holds a submission in each directory that is not hidden and not the one for results")
    void names() throws Exception {
        Files.createDirectories(directory.resolve("ben"));
        Files.createDirectories(directory.resolve("ada"));
        Files.createDirectories(directory.resolve(".git"));
        Files.createDirectories(directory.resolve("out"));
        Files.writeString(directory.resolve("roster.csv"), "");

        assertThat(folder().names()).containsExactly("ada", "ben");
    }

    @Test
    @DisplayName("is refused where there is none")
    void missing() {
        Path nowhere = directory.resolve("nowhere");

        assertThatExceptionOfType(ClassException.class)
                .isThrownBy(() -> ClassFolder.in(nowhere, directory))
                .withMessage("There is no directory " + nowhere + ".");
    }

    @Test
    @DisplayName("is refused where there is no submission in it")
    void empty() {
        assertThatExceptionOfType(ClassException.class)
                .isThrownBy(this::folder)
                .withMessage("There is no submission in " + directory
                        + ": it should hold one directory for each, such as a clone.");
    }

    @Test
    @DisplayName("is refused where it is one submission, and says how to grade that")
    void oneSubmission() throws IOException {
        Files.createDirectories(directory.resolve("exercises/src/main/java"));

        assertThatExceptionOfType(ClassException.class)
                .isThrownBy(this::folder)
                .withMessage(directory + " is one submission: grade it with \"kata grade " + directory
                        + "\". A class is a directory that holds one directory for each submission.");
    }

    @Test
    @DisplayName("finds a submission in the only directory within, as downloads are unpacked")
    void within() throws Exception {
        Files.createDirectories(directory.resolve("ada/two-stoves-main/exercises/src/main/java"));
        Files.createDirectories(directory.resolve("ada/.idea"));
        Files.createDirectories(directory.resolve("ben/src/main/java"));
        Files.createDirectories(directory.resolve("cleo/one"));
        Files.createDirectories(directory.resolve("cleo/two"));

        assertThat(folder().locate("ada")).isEqualTo(directory.resolve("ada/two-stoves-main"));
        assertThat(folder().locate("ben")).isEqualTo(directory.resolve("ben"));
        assertThat(folder().locate("cleo")).isEqualTo(directory.resolve("cleo"));
    }

    @Test
    @DisplayName("follows no link to somebody else's work")
    void link() throws Exception {
        Fakes.submission(directory, "ada", "class FetchAll {}");
        Files.createSymbolicLink(directory.resolve("ben"), directory.resolve("ada"));

        assertThatExceptionOfType(ClassException.class)
                .isThrownBy(() -> folder().locate("ben"))
                .withMessage("ben is a symbolic link, and links are not graded.");
    }
}
