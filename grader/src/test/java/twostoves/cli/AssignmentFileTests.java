package twostoves.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twostoves.checks.Curriculum;
import twostoves.classroom.Assignment;
import twostoves.grading.Exercise;
import twostoves.report.Weights;

@DisplayName("A teacher's kata.yml")
class AssignmentFileTests {

    @TempDir
    Path directory;

    private Assignment read(String yaml) throws IOException {
        return read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private Assignment read(byte[] yaml) throws IOException {
        return AssignmentFile.read(Files.write(directory.resolve("kata.yml"), yaml), "kata.yml");
    }

    private void assertRefused(byte[] yaml, String message) {
        assertThatExceptionOfType(WrongUseException.class)
                .isThrownBy(() -> read(yaml))
                .withMessage(message);
    }

    @Test
    @DisplayName("names the assignment, the exercises that count, and how much")
    void all() throws IOException {
        Assignment assignment = read("""
                # for the first three weeks
                title: "Threads & tasks: week 3"
                exercises:
                  - split-range
                  - fetch-all
                weights:
                  fetch-all: 3
                """);

        assertThat(assignment.title()).isEqualTo("Threads & tasks: week 3");
        assertThat(assignment.exercises()).extracting(Exercise::id).containsExactly("fetch-all", "split-range");
        assertThat(assignment.weights()).isEqualTo(new Weights(Map.of("fetch-all", 3)));
    }

    @Test
    @DisplayName("may leave out what is as usual, and begin with a byte order mark")
    void defaults() throws IOException {
        Assignment assignment = read("\ufeffweights: {tally: 2}\r\n");

        assertThat(assignment.title()).isEqualTo("Two Stoves");
        assertThat(assignment.exercises()).isEqualTo(Curriculum.exercises());
        assertThat(read("title: Week 3").weights()).isEqualTo(Weights.EQUAL);
    }

    @ParameterizedTest(name = "no. {index}")
    @CsvSource(delimiter = '|', textBlock = """
                ''                                                | kata.yml is empty. It may have title, exercises, weights.
                fetch-all                                         | kata.yml:1: The file is a list of settings, such as "title: Week 3".
                title: a/weigths: {}                              | kata.yml:2: Unknown setting: "weigths". Did you mean weights? Known: title, exercises, weights.
                points: 3                                         | kata.yml:1: Unknown setting: "points". Known: title, exercises, weights.
                title: a/title: b                                 | kata.yml:2: title stands there twice. Take one of them out.
                /title:                                           | kata.yml:2: The title is a line of text of at most 100 characters.
                title: "a\\nb"                                    | kata.yml:1: The title is a line of text of at most 100 characters.
                exercises: fetch-all                              | kata.yml:1: The exercises are a list of ids, such as [fetch-all, split-range]. Leave the setting out to grade all.
                exercises: []                                     | kata.yml:1: The exercises are a list of ids, such as [fetch-all, split-range]. Leave the setting out to grade all.
                exercises:/  - tally/  - fetch-all: 2             | kata.yml:3: The exercises are a list of ids, such as [fetch-all, split-range]. Leave the setting out to grade all.
                exercises:/  - tally/  - tally                    | kata.yml:3: tally stands there twice. Take one of them out.
                weights: 3                                        | kata.yml:1: The weights are numbers by the ids of exercises, such as "fetch-all: 3".
                weights:/  [tally]: 3                             | kata.yml:2: The weights are numbers by the ids of exercises, such as "fetch-all: 3".
                weights:/  tally: 1.5                             | kata.yml:2: The weight of tally is a whole number from 0 to 1000, such as 2.
                weights:/  tally: 1001                            | kata.yml:2: The weight of tally is a whole number from 0 to 1000, such as 2.
                weights:/  tally: -1                              | kata.yml:2: The weight of tally is a whole number from 0 to 1000, such as 2.
                weights:/  tally: 99999999999                     | kata.yml:2: The weight of tally is a whole number from 0 to 1000, such as 2.
                weights:/  tally: [1]                             | kata.yml:2: The weight of tally is a whole number from 0 to 1000, such as 2.
                weights:/  tally: 1/  tally: 2                    | kata.yml:3: tally stands there twice. Take one of them out.
                exercises: [tally]/weights:/  fetch-all: 3        | kata.yml:3: fetch-all has a weight and is not graded. Add it to the exercises, or take this out.
                exercises: [tally]/weights: {tally: 0}            | kata.yml:2: Every exercise has the weight 0, so that nothing counts. Give one of them another.
                title: a/exercises: [tally/weights: {}            | kata.yml:3: This is no YAML: expected ',' or ']', but got :.
                title: a/---/title: b                             | kata.yml:2: This is no YAML: but found another document.
                weights: *none                                    | kata.yml:1: This is no YAML: found undefined alias none.
                """)
    @DisplayName("is refused with the line and what to do, where it says what cannot be")
    void refused(String yaml, String message) {
        assertRefused(yaml.replace('/', '\n').getBytes(StandardCharsets.UTF_8), message);
    }

    @Test
    @DisplayName("is told the exercise that was meant")
    void unknownExercise() {
        assertThatExceptionOfType(WrongUseException.class)
                .isThrownBy(() -> read("exercises:\n  - tally\n  - fetch-al\n"))
                .withMessageStartingWith(
                        "kata.yml:3: Unknown exercise: \"fetch-al\". Did you mean fetch-all? Known: fetch-all, ");
        assertThatExceptionOfType(WrongUseException.class)
                .isThrownBy(() -> read("weights:\n  fetch-al: 2\n"))
                .withMessageStartingWith("kata.yml:2: Unknown exercise: \"fetch-al\". Did you mean fetch-all?");
    }

    @Test
    @DisplayName("is refused where it is no text, or not there")
    void noText() {
        assertRefused(new byte[] {'t', ':', ' ', (byte) 0xff}, "kata.yml is no text in UTF-8. Save it as UTF-8.");
        assertRefused(new byte[] {'t', 1, '\n'}, "kata.yml is no YAML: special characters are not allowed.");
        assertThatExceptionOfType(WrongUseException.class)
                .isThrownBy(() -> AssignmentFile.read(directory.resolve("other.yml"), "other.yml"))
                .withMessage("There is no file other.yml.");
        assertThatExceptionOfType(WrongUseException.class)
                .isThrownBy(() -> AssignmentFile.read(directory, "the directory"))
                .withMessage("the directory cannot be read: Is a directory");
    }
}
